"""Makes the web application of settings, sessions and a clock. No page and no rule lives here."""

from datetime import timedelta

from flask import Flask
from flask_wtf import CSRFProtect

from service.clock import Clock, system_clock
from service.db import Sessions, open_sessions
from service.places import static_folder, templates_folder
from service.settings import Settings, secret_key
from service.web import BLUEPRINTS, edge, refusals
from service.words import LANGUAGES, translator

_REMEMBERED = timedelta(days=180)
_FORM_OVERHEAD = 1_000_000


def create_app(settings: Settings, sessions: Sessions | None = None, clock: Clock = system_clock) -> Flask:
    """Return the application; without ``sessions`` it opens those of the settings' database.

    Raises SettingsError where the secret key cannot be kept, CatalogueError where a text file is broken.
    """
    app = Flask("leitstand", template_folder=str(templates_folder()), static_folder=str(static_folder()))
    app.config.update(
        SECRET_KEY=secret_key(settings),
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        PERMANENT_SESSION_LIFETIME=_REMEMBERED,
        SESSION_REFRESH_EACH_REQUEST=False,
        MAX_CONTENT_LENGTH=settings.max_upload_mb * 1024 * 1024 + _FORM_OVERHEAD,
        MAX_FORM_MEMORY_SIZE=settings.max_upload_mb * 1024 * 1024,
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    edge.install(app, edge.Running(settings, sessions or open_sessions(settings.database), clock))
    refusals.install(app)
    CSRFProtect(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for language in LANGUAGES:
        translator(language)
    return app
