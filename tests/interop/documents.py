"""Documents of people who use our export: German ones with LaTeX and biblatex, with classic BibTeX, and for pandoc."""

_SIGNS = {
    "2265": r"\ensuremath{\geq}",
    "2264": r"\ensuremath{\leq}",
    "03B1": r"\ensuremath{\alpha}",
    "03B2": r"\ensuremath{\beta}",
    "03B3": r"\ensuremath{\gamma}",
    "2082": r"\textsubscript{2}",
    "202F": r"\,",
}
"""What pdflatex must be told, and only pdflatex: no form of these is read by all programs, so they stay as they are."""

_HEAD = "\n".join(
    [
        r"\documentclass[ngerman]{article}",
        r"\usepackage[T1]{fontenc}",
        r"\usepackage{textcomp,babel,url}",
        *(rf"\DeclareUnicodeCharacter{{{sign}}}{{{written}}}" for sign, written in _SIGNS.items()),
    ]
)

MODERN = (
    _HEAD
    + r"""
\usepackage[backend=biber,style=numeric,maxbibnames=99]{biblatex}
\addbibresource{quellen.bib}
\begin{document}
Alle Quellen.\nocite{*}
\printbibliography
\end{document}
"""
)

CLASSIC = (
    _HEAD
    + r"""
\usepackage{bibgerm}
\begin{document}
Alle Quellen.\nocite{*}
\bibliographystyle{STYLE}
\bibliography{quellen}
\end{document}
"""
)

MARKDOWN = """---
lang: de-DE
nocite: '@*'
---

Alle Quellen.
"""
