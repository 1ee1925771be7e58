"""What an operator may set in the environment, under ``LEITSTAND_``: read once by a function, never on import."""

import os
import secrets
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from service.outside import is_base, is_mail, is_place, listed
from service.said import OperatorError
from service.words import Translate

_PREFIX = "LEITSTAND_"
_SECRET_FILE = "secret-key"  # noqa: S105 - the name of the file, not what is in it
_CLOCK_CHANGE_HOUR = 2
_OWN_SENTENCE = ("sweep_hour", "time_zone", "database_url", "language", "host", "allow_hosts", "contact")
_KEYS = ("awmf_key", "pubmed_key", "archive_key")
_LIMITS = {"ge": "least", "le": "most"}
_ALIKE = 0.7
_FOREIGN = (
    f"{_PREFIX}TEST_DATABASE_URL",
    f"{_PREFIX}CI",
    f"{_PREFIX}CHROMIUM",
    f"{_PREFIX}BENCH_PAGES",
    f"{_PREFIX}TEST_TEN_YEARS",
)
"""Names under our prefix that the tests and ``.ci/run`` read, and the program does not."""


class SettingsError(OperatorError):
    """Settings are wrong; there is a sentence for each, with its name, its value and what is allowed (exit code 2)."""

    code = 2
    others: tuple["SettingsError", ...] = ()

    def sentence(self, t: Translate) -> str:
        """Return a line for each setting that is wrong."""
        return "\n".join([super().sentence(t), *(other.sentence(t) for other in self.others)])


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
    contact: str = Field(default="", description="our page, our mail, or both with a comma: whom a registry may ask")
    allow_hosts: str = Field(default="", description="private hosts that may be looked at: host or host:port, commas")
    awmf_url: str = Field(default="https://leitlinien-api.awmf.org/v1", description="interface of the AWMF register")
    awmf_key: SecretStr = Field(default=SecretStr(""), description="key of the AWMF register; empty: a person looks")
    crossref_url: str = Field(default="https://api.crossref.org", description="interface of Crossref")
    doi_url: str = Field(default="https://doi.org", description="where DOIs are resolved")
    pubmed_url: str = Field(default="https://eutils.ncbi.nlm.nih.gov/entrez/eutils", description="E-utilities")
    pubmed_key: SecretStr = Field(default=SecretStr(""), description="key of PubMed; empty: three calls a second")
    onkopedia_url: str = Field(default="https://www.onkopedia.com", description="site of Onkopedia")
    openlibrary_url: str = Field(default="https://openlibrary.org", description="books by ISBN")
    dnb_url: str = Field(default="https://services.dnb.de/sru/dnb", description="books in the national library")
    ema_url: str = Field(default="https://www.ema.europa.eu", description="tables of the medicines agency")
    bfarm_url: str = Field(default="https://www.bfarm.de", description="letters of BfArM")
    gba_url: str = Field(default="https://www.g-ba.de", description="decisions of the G-BA")
    archive_url: str = Field(default="https://archive.org", description="where the archive says what it has")
    web_archive_url: str = Field(default="https://web.archive.org", description="where the archive saves and shows")
    archive_key: SecretStr = Field(
        default=SecretStr(""), description="account of the archive, key:secret; may be empty"
    )

    @field_validator("sweep_hour")
    @classmethod
    def _not_in_the_clock_change(cls, hour: int) -> int:
        if hour == _CLOCK_CHANGE_HOUR:
            raise ValueError(hour)
        return hour

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, OSError) as error:
            raise ValueError(name) from error
        return name

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, address: str) -> str:
        if not address:
            return address
        try:
            url = make_url(address)
        except ArgumentError as error:
            raise ValueError(address) from error
        kind = url.get_backend_name()
        if kind != "postgresql" and (kind != "sqlite" or url.database in (None, "", ":memory:")):
            raise ValueError(address)
        return address

    @field_validator(*(name for name in __annotations__ if name.endswith("_url") and name != "database_url"))
    @classmethod
    def _base_address(cls, address: str) -> str:
        if not is_base(address):
            raise ValueError(address)
        return address.rstrip("/")

    @field_validator("allow_hosts")
    @classmethod
    def _hosts(cls, names: str) -> str:
        if not all(is_place(name) for name in listed(names)):
            raise ValueError(names)
        return names.lower()

    @field_validator("contact")
    @classmethod
    def _contact(cls, text: str) -> str:
        if not all(is_mail(part) or is_base(part) for part in listed(text)):
            raise ValueError(text)
        return text

    @field_validator(*_KEYS)
    @classmethod
    def _key_of_a_registry(cls, key: SecretStr) -> SecretStr:
        """Refuse what no header can carry."""
        text = key.get_secret_value().strip()
        if not (text.isascii() and text.isprintable()) or " " in text:
            raise ValueError
        return SecretStr(text)

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
    try:
        return Settings()
    except ValidationError as error:
        first, *others = [_fault(str(item["loc"][0]), item["input"]) for item in error.errors()]
        first.others = tuple(others)
        raise first from error


def unknown_settings(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return which names carry our prefix and are no setting, each with the setting that is most like it or ""."""
    known = [f"{_PREFIX}{name}".upper() for name in Settings.model_fields]
    strange = sorted(name for name in names if name.startswith(_PREFIX) and name not in (*known, *_FOREIGN))
    return [(name, next(iter(get_close_matches(name, known, 1, _ALIKE)), "")) for name in strange]


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
        raise SettingsError("operator.secret_file", path=str(path), why=error.strerror or "") from error


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


def _fault(field: str, value: object) -> SettingsError:
    """Return what is wrong with a setting: its name, its value (never a password) and what is allowed."""
    facts: dict[str, object] = {"name": f"{_PREFIX}{field}".upper(), "value": _shown(field, value)}
    for limit in Settings.model_fields[field].metadata:
        facts |= {word: str(getattr(limit, name)) for name, word in _LIMITS.items() if hasattr(limit, name)}
    key = field if field in _OWN_SENTENCE else "number" if "least" in facts else "text"
    key = "address" if field.endswith("_url") and field not in _OWN_SENTENCE else key
    return SettingsError(f"operator.setting.{key}", **facts)


def _shown(field: str, value: object) -> str:
    text = "***" if field == "secret_key" or field in _KEYS else str(value)
    head, _, _ = text.partition("://")
    return f"{head}://…" if field.endswith("_url") and "@" in text else text
