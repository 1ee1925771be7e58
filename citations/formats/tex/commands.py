"""The LaTeX commands that stand for signs of a text: accents, letters, signs, raised and lowered digits. Data."""

from types import MappingProxyType

ACCENTS = MappingProxyType(
    {
        "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
        '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
        "b": "\u0331",
    }
)  # fmt: skip
"""Accents before their letter, and the combining sign that stands behind it."""

_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "µ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
_KEYED = "αβγδεζηθικλμνξοπρστυφχψωςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
SIGNS = MappingProxyType(
    {
        **_GREEK, **{f"text{name}": sign for name, sign in _GREEK.items()},
        "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
        "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
        "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "pounds": "£", "copyright": "©", "dag": "†", "ddag": "‡",
        "textregistered": "®", "textcopyright": "©", "texttrademark": "™", "texteuro": "€", "EUR": "€", "euro": "€",
        "textdegree": "°", "degree": "°", "textmu": "µ", "micro": "µ", "textohm": "Ω", "textordmasculine": "º",
        "textordfeminine": "ª", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
        "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\", "textbraceleft": "{",
        "textbraceright": "}", "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">",
        "textendash": "–", "textemdash": "—", "textellipsis": "…", "ldots": "…", "dots": "…", "cdots": "⋯",
        "textquotesingle": "'", "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘",
        "textquoteright": "’", "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„", "grqq": "“", "glq": "‚",
        "grq": "‘", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "textquestiondown": "¿",
        "textexclamdown": "¡", "textperiodcentered": "·", "textbullet": "•", "textdollar": "$", "textsection": "§",
        "textnumero": "№", "textasciigrave": "`", "textasciiacute": "´", "textquotedbl": '"', "slash": "/",
        "times": "×", "texttimes": "×", "cdot": "·", "pm": "±", "textpm": "±", "mp": "∓", "leq": "≤", "le": "≤",
        "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "equiv": "≡", "infty": "∞",
        "rightarrow": "→", "to": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "uparrow": "↑",
        "downarrow": "↓", "circ": "°", "prime": "′", "div": "÷", "cup": "∪", "cap": "∩", "in": "∈", "sum": "∑",
        "partial": "∂", "sqrt": "√", "lt": "<", "gt": ">", "ast": "*", "star": "⋆", "bullet": "•", "checkmark": "✓",
        "cdotp": "·", "simeq": "≃", "cong": "≅", "propto": "∝", "ll": "≪", "gg": "≫", "nabla": "∇", "int": "∫",
        "prod": "∏", "forall": "∀", "exists": "∃", "emptyset": "∅", "varnothing": "∅", "notin": "∉", "subset": "⊂",
        "subseteq": "⊆", "wedge": "∧", "vee": "∨", "neg": "¬", "lnot": "¬", "parallel": "∥", "mid": "∣", "vert": "|",
        "Vert": "‖", "ell": "ℓ", "hbar": "ℏ", "Leftrightarrow": "⇔", "Leftarrow": "⇐", "longrightarrow": "⟶",
        "textrightarrow": "→", "textleftarrow": "←", "textuparrow": "↑", "textdownarrow": "↓", "leqslant": "≤",
        "geqslant": "≥", "lesssim": "≲", "gtrsim": "≳", "Upsilon": "Υ", "varsigma": "ς", "varrho": "ϱ",
        "mathsemicolon": ";", "mathplus": "+", "textcent": "¢", "textsterling": "£", "textyen": "¥", "textlira": "₤",
        "textbrokenbar": "¦", "textlnot": "¬", "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³",
        "textparagraph": "¶", "textdiv": "÷", "textdagger": "†", "textdaggerdbl": "‡", "textperthousand": "‰",
        "permil": "‰", "textcelsius": "℃", "celsius": "°C", "textminus": "−", "textasteriskcentered": "*", "dq": '"',
        "guilsinglleft": "‹", "guilsinglright": "›", "textfractionsolidus": "⁄", "textflorin": "ƒ",
        "IJ": "Ĳ", "ij": "ĳ", "nobreakdash": "", "hyp": "-", "hyphen": "-", "psq": "f.", "psqq": "ff.",
        "emdash": "—", "endash": "–", "Dash": "—",
        "LaTeXe": "LaTeX2e", "XeTeX": "XeTeX", "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX",
        "pdfTeX": "pdfTeX", "ConTeXt": "ConTeXt", "MF": "METAFONT", "METAFONT": "METAFONT", "PiCTeX": "PiCTeX",
        "AmSTeX": "AmSTeX", "KOMAScript": "KOMA-Script", "TikZ": "TikZ",
        "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "lbrace": "{", "rbrace": "}", "backslash": "\\",
        "quad": " ", "qquad": " ", "space": " ", "newline": " ", "textvisiblespace": " ", "thinspace": " ",
        "enspace": " ", "enskip": " ", "par": " ", "nobreakspace": " ", "textthinspace": " ",
    }
)  # fmt: skip
"""Commands that stand for a sign."""

SILENT = frozenset(
    [
        "textit",
        "textbf",
        "emph",
        "textsc",
        "textrm",
        "textsf",
        "texttt",
        "textsl",
        "textup",
        "textmd",
        "textnormal",
        "text",
        "mathrm",
        "mathit",
        "mathbf",
        "mathsf",
        "mathcal",
        "mathbb",
        "ensuremath",
        "mbox",
        "hbox",
        "textsuperscript",
        "textsubscript",
        "em",
        "it",
        "bf",
        "sc",
        "rm",
        "sf",
        "tt",
        "sl",
        "upshape",
        "itshape",
        "bfseries",
        "scshape",
        "normalfont",
        "small",
        "large",
        "normalsize",
        "footnotesize",
        "scriptsize",
        "uppercase",
        "MakeUppercase",
        "lowercase",
        "protect",
        "relax",
        "left",
        "right",
        "bibstring",
        "enquote",
        "textcite",
        "url",
        "path",
        "nolinkurl",
        "href",
        "displaystyle",
        "textstyle",
        "ignorespaces",
        "unskip",
        "nocase",
        "mkbibemph",
        "mkbibquote",
        "mkbibbold",
        "citetitle",
    ]
)
"""Commands that change how text looks: their text stays, they go."""

SORTING = frozenset({"noopsort", "NOOPSORT", "noop", "NOOP", "sortnoop", "SortNoop", "noopsorter", "hspace", "vspace"})
"""Commands whose text is for sorting or measures a space: both go."""

CHARACTERS = MappingProxyType(
    {
        "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ", ",": " ",
        ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", "\\": " ", "|": "‖", "(": "", ")": "", "[": "", "]": "",
        "*": "",
    }
)  # fmt: skip
"""What a backslash before a character that is no letter and no accent means."""

RAISED = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))

GREEK_KEYS = dict(zip("abgdezhjiklmnxoprstufqywcABGDEZHJIKLMNXOPRSTUFQYW", _KEYED, strict=True))
"""What the letters of a Greek keyboard stand for in ``\\textgreek``."""
