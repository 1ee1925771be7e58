"""What an operator may set in the environment, under ``LEITSTAND_``: read once by a function, never on import."""

import os
import secrets
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

_PREFIX = "LEITSTAND_"
_SECRET_FILE = "secret-key"  # noqa: S105 - the name of the file, not what is in it
_CLOCK_CHANGE_HOUR = 2


class SettingsError(Exception):
    """A setting is wrong; the message says which, why, and is shown as it is (exit code 2)."""


class Settings(BaseSettings):
    """The settings of one running program; fields are named as in the environment, without ``LEITSTAND_``."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, frozen=True, extra="forbid", str_strip_whitespace=True)

    data_dir: Path = Field(default=Path("data"), description="folder of the database file and the secret key")
    database_url: str = Field(default="", description="sqlite:///file or postgresql://...; empty: a file in data_dir")
    host: str = Field(default="127.0.0.1", min_length=1, description="address that the pages are served on")
    port: int = Field(default=8000, ge=1, le=65535, description="port that the pages are served on")
    threads: int = Field(default=8, ge=1, le=64, description="requests answered at the same time")
    language: Literal["de", "en"] = Field(default="de", description="language of the pages before one is chosen")
    time_zone: str = Field(default="Europe/Berlin", description="zone in which a day begins and ends")
    sweep_hour: int = Field(default=5, ge=0, le=23, description="hour of the daily sweep in time_zone; never 2")
    max_upload_mb: int = Field(default=20, ge=1, le=200, description="largest page that may be uploaded, in MB")
    secret_key: SecretStr = Field(default=SecretStr(""), description="signs cookies; empty: made once in data_dir")

    @field_validator("sweep_hour")
    @classmethod
    def _not_in_the_clock_change(cls, hour: int) -> int:
        if hour == _CLOCK_CHANGE_HOUR:
            raise ValueError("the hour from 2 to 3 is skipped in March and comes twice in October; take another")
        return hour

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("no such time zone; write it like Europe/Berlin") from error
        return name

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, address: str) -> str:
        if not address:
            return address
        try:
            backend = make_url(address).get_backend_name()
        except ArgumentError as error:
            raise ValueError("not a database address; write sqlite:///FILE or postgresql://HOST/NAME") from error
        if backend not in {"sqlite", "postgresql"}:
            raise ValueError("only sqlite:///FILE and postgresql://HOST/NAME are known")
        return address

    @property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.time_zone)

    @property
    def database(self) -> str:
        """The address of the database: the one that was set, else the file in ``data_dir``."""
        return self.database_url or f"sqlite:///{self.data_dir / 'leitstand.db'}"


def read_settings() -> Settings:
    """Return the settings of the environment; raise SettingsError with one sentence for each that is wrong."""
    known = {f"{_PREFIX}{name}".upper() for name in Settings.model_fields}
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(_sentence(item["loc"], item["msg"]) for item in error.errors())) from error
    strange = sorted(name for name in os.environ if name.startswith(_PREFIX) and name not in known | _FOREIGN)
    if strange:
        raise SettingsError(f"{strange[0]}: no such setting; known are {', '.join(sorted(known))}")
    return settings


_FOREIGN = frozenset({f"{_PREFIX}TEST_DATABASE_URL", f"{_PREFIX}CI", f"{_PREFIX}CHROMIUM"})
"""Names under our prefix that the tests and ``.ci/run`` read, and the program does not."""


def secret_key(settings: Settings) -> str:
    """Return the key that signs cookies: the one that was set, else the one kept in ``data_dir``, made at first use.

    The file can be read by its owner only. Of two programs that start at once, both get the key of the faster one.
    Raises SettingsError where the folder cannot be written.
    """
    if given := settings.secret_key.get_secret_value():
        return given
    path = settings.data_dir / _SECRET_FILE
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        _write_once(path, secrets.token_urlsafe(48))
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise SettingsError(f"{_PREFIX}DATA_DIR: {path} cannot be written or read: {error.strerror}") from error


def _write_once(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` unless it exists; nobody ever sees the file half written."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    try:
        draft.write_text(text, encoding="ascii")
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()


def _sentence(where: tuple[int | str, ...], message: str) -> str:
    name = f"{_PREFIX}{'_'.join(str(part) for part in where)}".upper()
    return f"{name}: {message.removeprefix('Value error, ')}"
