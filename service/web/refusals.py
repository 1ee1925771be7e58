"""What a person reads when something does not go: a rule, a conflict, a wrong address, a database that is away.

Every answer is a page in words with the right status, and what was typed stays visible on it.
"""

import logging
from collections.abc import Iterator

from flask import Flask, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from citations.pages import PageUnreadableError
from jobs.refused import ConflictError, RefusedError, UnknownError
from service.outages import outage
from service.web.edge import NobodyError, settings, translate
from service.wording import refusal

Answer = tuple[str, int] | tuple[str, int, dict[str, str]]

_NOT_TYPED = frozenset({"csrf_token", "person"})
_WRITTEN = frozenset(("because", "locator", "note", "published", "quote", "stand", "text", "title", "until", "words"))
"""Fields a person writes in; the others are chosen or carried along by the form."""
_SHORT = {"Retry-After": "30"}
_log = logging.getLogger("leitstand.web")


def install(app: Flask) -> None:
    """Give an application its answers to what goes wrong."""
    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(PageUnreadableError, _unreadable)
    app.register_error_handler(NobodyError, _nobody)
    app.register_error_handler(CSRFError, _foreign_form)
    app.register_error_handler(IntegrityError, _at_once)
    app.register_error_handler(DataError, _out_of_range)
    app.register_error_handler(SQLAlchemyError, _database_away)
    app.register_error_handler(OSError, _disk)
    app.register_error_handler(HTTPException, _http)


def typed() -> list[tuple[str, str]]:
    """Return what was written into the form that was sent, under the names of its fields, to be shown again."""
    t, reworded = translate(), request.method == "POST" and ("decision", "revised") in _fields()
    return [
        (t(f"field.{name}"), t(f"because.{text}") if name == "because" and t.has(f"because.{text}") else text)
        for name, text in _fields()
        if name in _WRITTEN and text and (name != "words" or reworded)
    ]


def page(status: int, title: str, sentence: str, **more: object) -> tuple[str, int]:
    """Return an answer in words: the catalogue key of its title, a finished sentence."""
    kept = typed() if request.method == "POST" else []
    text = render_template("errors/refused.html", status=status, title=title, sentence=sentence, typed=kept, **more)
    return text, status


def _fields() -> Iterator[tuple[str, str]]:
    try:
        form = request.form
    except RequestEntityTooLarge:  # what was too large to be read cannot be shown again
        return
    for name, several in form.lists():
        for text in several:
            yield name, text


def _files() -> list[FileStorage]:
    return [file for file in request.files.values() if file.filename]


def _refused(error: RefusedError) -> Answer:
    sentence = refusal(translate(), error.key, error.facts)
    if isinstance(error, UnknownError):
        return page(404, "error.404.title", sentence)
    if isinstance(error, ConflictError):
        return page(409, "error.409.title", sentence)
    return page(400, "error.refused.title", sentence)


def _unreadable(error: PageUnreadableError) -> Answer:
    status = 413 if error.key == "page_too_large" else 400
    return page(status, "error.unreadable.title", refusal(translate(), error.key, error.facts))


def _nobody(_error: NobodyError) -> Answer:
    kept = [(name, text) for name, text in _fields() if name not in _NOT_TYPED]
    action, files = request.full_path.rstrip("?"), bool(_files())
    return render_template("person/ask.html", action=action, kept=kept, typed=typed(), files=files), 403


def _foreign_form(_error: CSRFError) -> Answer:
    return page(400, "error.form.title", translate()("error.form.text"))


def _at_once(error: IntegrityError) -> Answer:
    _log.warning("two wrote at once: %s", error.orig)
    return page(409, "error.409.title", translate()("error.at_once.text"))


def _out_of_range(error: DataError) -> Answer:
    _log.warning("refused by the database: %s", error.orig)
    return page(400, "error.400.title", translate()("error.400.text"))


def _database_away(error: SQLAlchemyError) -> Answer:
    return _away(error)


def _disk(error: OSError) -> Answer:
    return _away(error)


def _away(error: SQLAlchemyError | OSError) -> Answer:
    """Answer that it goes on later, with what is the matter; what no waiting ends is logged whole."""
    t, kind = translate(), outage(error)
    _log.error("database or disk: %s", error, exc_info=None if kind else error)
    sentence = f"{t(kind)} {t('outage.after')}" if kind else t("error.503.text")
    return (*page(503, "error.503.title", sentence), _SHORT)


def _http(error: HTTPException) -> Answer | HTTPException:
    code = error.code or 500
    if code < 400:  # noqa: PLR2004 - a redirect is no error
        return error
    t = translate()
    known = code if t.has(f"error.{code}.title") else 500 if code >= 500 else 400  # noqa: PLR2004 - kinds of status
    return page(code, f"error.{known}.title", t(f"error.{known}.text", most=settings().max_upload_mb))
