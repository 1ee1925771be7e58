"""What every page needs from its request: the moment, the sessions, the person, the language. No page lives here.

What is said when something goes wrong is in ``service.web.refusals``.
"""

from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from flask import Flask, Request, Response, current_app, g, has_request_context, request, session, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.routing import IntegerConverter

from jobs.ledger import Moment
from service.acts import people
from service.clock import Clock, today
from service.db import Sessions
from service.settings import Settings
from service.words import LANGUAGES, Translate, translator
from service.words.dates import write_day, write_instant, write_month, write_partial

LANGUAGE_COOKIE = "language"
_YEAR = 365 * 24 * 3600
_LARGEST_ROW = 2**31 - 1
_SECTIONS = (
    ("board.show", "frame.nav.board"),
    ("queue.queue", "frame.nav.queue"),
    ("pages.overview", "frame.nav.pages"),
    ("sources.overview", "frame.nav.sources"),
    ("search.find", "frame.nav.search"),
    ("looks.overview", "frame.nav.looks"),
    ("policy.numbers", "frame.nav.policy"),
)
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class NobodyError(Exception):
    """Somebody acts without having said who they are: the form is shown again with the question."""


@dataclass(frozen=True, slots=True)
class Running:
    """What the application was made of; every view reaches it through the functions below."""

    settings: Settings
    sessions: Sessions
    clock: Clock


class RowNumber(IntegerConverter):
    """A number of a row in an address: what no database can hold is simply not found."""

    def __init__(self, *args: object, **named: object) -> None:
        named.setdefault("max", _LARGEST_ROW)
        super().__init__(*args, **named)  # type: ignore[arg-type]  # handed through as werkzeug's map gives them


def install(app: Flask, running: Running) -> None:
    """Give an application its moment, sessions, languages and headers."""
    app.extensions["leitstand"] = running
    app.url_map.converters["int"] = RowNumber
    app.before_request(_refuse_unprintable)
    app.after_request(_finish)
    app.jinja_env.globals.update(
        t=_text,
        day=lambda value: write_day(language(), value) if value else "–",
        partial=lambda iso: write_partial(language(), iso) if iso else "–",
        month=lambda iso: write_month(language(), iso),
        instant=lambda value: write_instant(language(), value, settings().zone) if value else "–",
        person=person,
        language=language,
        languages=LANGUAGES,
        switched=switched,
        navigation=navigation,
    )


def _running() -> Running:
    return cast("Running", current_app.extensions["leitstand"])


def settings() -> Settings:
    """Return the settings of the running application."""
    return _running().settings


def sessions() -> Sessions:
    """Return the sessions of the running application's database."""
    return _running().sessions


def moment() -> Moment:
    """Return the day in the operator's zone and the instant at which this request happens, the same to its end."""
    if "moment" not in g:
        now = _running().clock()
        g.moment = Moment(today(lambda: now, settings().zone), now)
    return cast("Moment", g.moment)


def language() -> str:
    """Return the language of this request: just chosen, chosen earlier, or the operator's."""
    if not has_request_context():
        return settings().language
    if "language" not in g:
        asked = (request.args.get("lang"), request.cookies.get(LANGUAGE_COOKIE))
        g.language = next((one for one in asked if one in LANGUAGES), settings().language)
    return str(g.language)


def translate() -> Translate:
    """Return the texts in the language of this request; a missing one is an error in tests."""
    if "translate" not in g:
        g.translate = translator(language(), strict=current_app.testing)
    return cast("Translate", g.translate)


def person() -> str:
    """Return the name that was chosen in this browser, "" while nobody has."""
    return str(session.get("person", ""))


def who() -> str:
    """Return the name of whoever acts: typed into the form's field ``person``, else the one in this browser.

    Raises NobodyError where there is neither (the form comes back with the question), RefusedError for a bad name.
    """
    typed = request.form.get("person", "")
    if typed.strip():
        with sessions().write() as database:
            remember(people.arrive(database, moment(), typed).name)
    if not person():
        raise NobodyError
    return person()


def remember(name: str) -> None:
    """Keep the name in this browser, in the signed cookie."""
    session["person"] = name
    session["visit"] = moment().now.timestamp()
    session.permanent = True


def navigation() -> list[tuple[str, str]]:
    """Return the sections of the header: (address, catalogue key), only those that this application has."""
    known = current_app.view_functions
    return [(url_for(view), key) for view, key in _SECTIONS if view in known]


def switched(wanted: str) -> str:
    """Return the address of this page in another language."""
    values = {name: request.args.getlist(name) for name in request.args if name != "lang"}
    parts = [(name, value) for name, several in values.items() for value in several] + [("lang", wanted)]
    return f"{request.path}?{urlencode(parts)}"


def _text(key: str, n: int | None = None, /, **facts: object) -> str:
    return translate()(key, n, **facts)


def _refuse_unprintable() -> None:
    """Refuse a zero byte in an address or a form: no text has one, and PostgreSQL stores none."""
    for values in (request.args, request.form):
        if any("\0" in text for _, several in values.lists() for text in several):
            raise BadRequest
    if "\0" in request.path:
        raise BadRequest


def _finish(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.args.get("lang") in LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, language(), max_age=_YEAR, httponly=True, samesite="Lax")
    if _kept(request, response):
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.add_etag()
        response.make_conditional(request)
    return response


def _kept(asked: Request, response: Response) -> bool:
    """Say whether a browser may ask next time if this page is still the same."""
    return asked.method == "GET" and response.status_code == 200 and response.mimetype == "text/html"  # noqa: PLR2004 - OK
