"""Who works here: a name chosen in the browser, kept with every decision until sign-in exists."""

from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from jobs.refused import RefusedError
from service.acts.people import LONGEST_NAME
from service.reads.people import known_names
from service.web.edge import person, sessions, translate, who
from service.wording import refusal

pages = Blueprint("person", __name__)


@pages.get("/person")
def choose() -> str:
    """Ask who is working."""
    return _asked()


@pages.post("/person")
def take() -> Response | tuple[str, int]:
    """Keep the name in this browser and go back to where it was asked for."""
    typed = request.form.get("person", "")
    if not typed.strip():
        return _asked(typed, refusal(translate(), "refused.name", {"longest": LONGEST_NAME})), 400
    try:
        who()
    except RefusedError as error:
        return _asked(typed, refusal(translate(), error.key, error.facts)), 400
    flash(translate()("person.welcome", name=person()), "good")
    return redirect(_within(request.form.get("next", "")), 303)


def _asked(typed: str = "", fault: str = "") -> str:
    with sessions().read() as database:
        names = known_names(database)
    following = _within(request.values.get("next", ""))
    return render_template("person/choose.html", names=names, following=following, typed=typed, fault=fault)


def _within(address: str) -> str:
    """Return an address of this site, the board for any other one."""
    parts = urlsplit(address) if address.isprintable() else urlsplit("")
    inside = address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    return address if inside else "/"
