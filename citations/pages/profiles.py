"""Where body and source list stand on the pages of one site, as data. To add a site, add a Profile to PROFILES.

Without a profile the general reading finds both by structure. A profile that fits the host but whose selectors no
longer find anything is reported (``profile_no_longer_matches``), never silently ignored.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Profile:
    """One site: its host (with all subdomains) and selectors of ``citations.pages.selectors``.

    ``body`` holds the text (and, as a rule, the list too), ``sources`` the printed list, "" if it has no element of its
    own. ``furniture`` are (selector, catalogue key) pairs of what inside the body is no text of the page.
    """

    host: str
    body: str
    sources: str = ""
    furniture: tuple[tuple[str, str], ...] = ()


PROFILES: tuple[Profile, ...] = (
    Profile(
        host="patienteninformation.example",
        body="main .artikel",
        sources="section.quellen",
        furniture=(
            (".linkbox", "furniture_linkbox"),
            (".teaser", "furniture_teaser"),
            (".seitenfunktionen", "furniture_share"),
        ),
    ),
)


def profile_for(url: str, profiles: tuple[Profile, ...]) -> Profile | None:
    """Return the first profile whose host is that of the address or a domain above it, None if there is none."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    return next((one for one in profiles if host == one.host or host.endswith(f".{one.host}")), None)
