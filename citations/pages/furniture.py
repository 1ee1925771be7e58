"""Which elements of an HTML page are furniture: navigation, link boxes, teasers, banners, footers.

In doubt an element is body: what holds the main text, a title of level one or a list of sources is never furniture.
"""

import re
from itertools import pairwise

from citations.pages.html_tree import Element
from citations.pages.word_lists import words

_TOKEN = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß0-9]+|[A-ZÄÖÜ]+(?![a-zäöü])")
_FEW, _SMALL, _BOX = 40, 700, 3000
_SOME, _THIRD, _HALF, _MOST = 0.2, 0.3, 0.5, 0.6

_BREADCRUMB = words("breadcrumb breadcrumbs brotkrumen brotkrume brotkrumenpfad")
_NAVIGATION = words(
    "nav navigation navbar menu menue hauptmenue submenu metanav servicenav pagination pager skiplinks skip skiplink "
    "sprungmarken sprungnavigation subnav topnav mainnav sitenav sidenav navi"
)
_CONTENTS = words("toc inhaltsverzeichnis tableofcontents anchornav ankernavigation sprunglinks")
_COOKIES = words("cookie cookies consent cookiebanner cookiebar gdpr dsgvo cmp")
_SHARE = words("share sharing social socialmedia teilen sharebar sharebox socialshare seitenfunktionen")
_TEASER = words("teaser teasers teaserbox teaserlist promo")
_LINKBOX = words("related linkbox linklist linkliste verwandt weiterlesen readmore recommendations linkteaser")
_SEARCH = words("search suche searchbox suchformular suchfeld searchform")
_NEWSLETTER = words("newsletter")
_ADVERT = words("advert advertisement anzeige werbung banner")
_FOOTER = words("footer fusszeile")
_CATEGORIES = words("catlinks categories kategorien tags taglist taglinks catlist schlagworte entryfooter postfooter")
_META = words("entrymeta postmeta articlemeta byline postedon sitesub")
_PEOPLE = words(
    "authorbox autorenbox aboutauthor authorbio autoreninfo postauthor comments commentsarea kommentare disqus"
)
_ENDS_NAV = ("navigation", "navi", "menu", "menue", "navbar")

_BY_TAG = {
    "svg": "furniture_media",
    "iframe": "furniture_media",
    "object": "furniture_media",
    "audio": "furniture_media",
    "video": "furniture_media",
    "select": "furniture_form",
    "textarea": "furniture_form",
    "noscript": "furniture_noscript",
}
_IN_TITLE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"))


def furniture(element: Element, *, in_article: bool) -> str:
    """Return the catalogue key of the reason why an element is furniture, "" for body.

    ``in_article`` says that it stands inside main or article.
    """
    if element.holds_main or element.tag in ("html", "body", "main", "article"):
        return ""
    if element.tag == "title":
        in_picture = element.parent is not None and element.parent.tag == "svg"
        return "furniture_media" if in_picture else "furniture_page_title"
    if element.tag in _BY_TAG and element.text <= _SMALL:
        return _BY_TAG[element.tag]
    names = _names(element)
    return _landmark(element, names, in_article=in_article) or _by_name(element, names, in_article=in_article)


def _names(element: Element) -> frozenset[str]:
    words = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"[:400]
    parts = [part.lower() for part in _TOKEN.findall(words)]
    return frozenset(parts) | frozenset(one + other for one, other in pairwise(parts))


def _share_of_links(element: Element) -> float:
    return element.linked / element.text if element.text else 0.0


def _landmark(element: Element, names: frozenset[str], *, in_article: bool) -> str:
    role = element.attributes.get("role", "")
    if element.tag == "nav" or role == "navigation":
        if names & _BREADCRUMB:
            return "furniture_breadcrumb"
        return "furniture_contents" if names & _CONTENTS else "furniture_navigation"
    if element.tag == "dialog" or role in ("dialog", "alertdialog"):
        return "furniture_cookies" if names & _COOKIES else "furniture_dialog"
    rules = (
        (role == "search", "furniture_search"),
        (not in_article and (element.tag == "footer" or role == "contentinfo"), "furniture_footer"),
        (not in_article and (element.tag == "header" or role == "banner"), "furniture_header"),
        (element.tag == "aside" and _share_of_links(element) >= _MOST, "furniture_linkbox"),
        (element.tag == "button" and element.text <= _FEW and not _titles(element), "furniture_form"),
    )
    return next((why for holds, why in rules if holds), "")


def _titles(element: Element) -> bool:
    """Say whether an element stands in a heading, as the buttons of folding sections do."""
    above = element.parent
    further = above.parent if above is not None else None
    return any(one is not None and one.tag in _IN_TITLE for one in (above, further))


def _by_name(element: Element, names: frozenset[str], *, in_article: bool) -> str:
    if not names or element.tag in _IN_TITLE:
        return ""
    links, size = _share_of_links(element), element.text
    rules = (
        (_BREADCRUMB, size <= _SMALL, "furniture_breadcrumb"),
        (_CONTENTS, links >= _HALF, "furniture_contents"),
        (_COOKIES, size <= _BOX, "furniture_cookies"),
        (_NAVIGATION, links >= _HALF, "furniture_navigation"),
        (names, links >= _MOST and any(name.endswith(_ENDS_NAV) for name in names), "furniture_navigation"),
        (_CATEGORIES, size <= _SMALL and links >= _SOME, "furniture_linkbox"),
        (_META, size <= _FEW * 4, "furniture_header"),
        (_PEOPLE, size <= _BOX, "furniture_footer"),
        (_SHARE, size <= _SMALL, "furniture_share"),
        (_LINKBOX, links >= _HALF, "furniture_linkbox"),
        (_TEASER, size <= _SMALL and (links >= _SOME or not (in_article or element.tag == "p")), "furniture_teaser"),
        (_SEARCH, size <= _SMALL and not in_article, "furniture_search"),
        (_NEWSLETTER, size <= _SMALL, "furniture_newsletter"),
        (_ADVERT, size <= _SMALL and (links >= _SOME or not in_article), "furniture_advert"),
        (_FOOTER, not in_article and links >= _THIRD, "furniture_footer"),
    )
    return next((why for words, holds, why in rules if holds and names & words), "")
