"""The numbers of the field: what is in force, what was set by whom and why, and the form to change one."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from jobs.refused import RefusedError
from service.acts.policy import change_policy
from service.reads.policy import seen_policy
from service.web.edge import sessions
from service.web.editing import Trouble, done, perform, sent, trouble_of
from service.web.fields import FormError
from service.web.forms import read_policy
from service.web.telling import policy_name

pages = Blueprint("policy", __name__)


@pages.get("/policy")
def numbers() -> str:
    """Show every number with its default and its last change."""
    return _shown()


@pages.post("/policy")
def act() -> Response | tuple[str, int]:
    """Change one number; a refused change comes back with what was typed."""
    try:
        entry = read_policy(request.form)
        perform(lambda session, at, by: change_policy(session, at, by, entry.key, entry.value, entry.because))
    except RefusedError as error:
        named = {**error.facts, "key": policy_name(str(error.facts.get("key", "")))}
        return _shown(trouble_of(RefusedError(error.key, **named))), 400
    except FormError as error:
        return _shown(trouble_of(error)), 400
    return done("done.policy", url_for("policy.numbers", _anchor="changes"))


def _shown(trouble: Trouble | None = None) -> str:
    chosen = request.form.get("key", "") if request.method == "POST" else request.args.get("key", "")
    with sessions().read() as session:
        seen = seen_policy(session)
    return render_template("policy/policy.html", seen=seen, chosen=seen.number(chosen), trouble=trouble, sent=sent)
