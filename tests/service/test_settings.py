"""Settings: what an operator may set, and the sentence for each thing that is wrong."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import SecretStr

from service.settings import Settings, SettingsError, read_settings, secret_key, unknown_settings
from service.words import translator


def test_without_any_setting_the_file_lies_in_the_data_folder() -> None:
    settings = read_settings()
    assert (settings.database, settings.host, settings.port) == ("sqlite:///data/leitstand.db", "127.0.0.1", 8000)
    assert (settings.language, settings.sweep_hour, settings.max_upload_mb) == ("de", 5, 20)
    assert settings.zone.key == "Europe/Berlin"


@pytest.mark.parametrize(
    "name, value, field, read",
    [
        (
            "DATABASE_URL",
            "postgresql://leser@127.0.0.1/leitstand",
            "database",
            "postgresql://leser@127.0.0.1/leitstand",
        ),
        ("DATABASE_URL", "sqlite:////srv/a.db", "database", "sqlite:////srv/a.db"),
        ("DATA_DIR", "/srv/leitstand", "database", "sqlite:////srv/leitstand/leitstand.db"),
        ("PORT", " 9000 ", "port", 9000),
        ("LANGUAGE", "en", "language", "en"),
        ("SWEEP_HOUR", "0", "sweep_hour", 0),
        ("SWEEP_HOUR", "23", "sweep_hour", 23),
        ("AWMF_URL", "http://127.0.0.1:8090/awmf/", "awmf_url", "http://127.0.0.1:8090/awmf"),
        ("ALLOW_HOSTS", "127.0.0.1:8090, Verzeichnis.intern", "allow_hosts", "127.0.0.1:8090, verzeichnis.intern"),
        ("ALLOW_HOSTS", "", "allow_hosts", ""),
        (
            "CONTACT",
            "https://example.org/leitstand, redaktion@example.org",
            "contact",
            "https://example.org/leitstand, redaktion@example.org",
        ),
    ],
)
def test_a_setting_of_the_environment_is_taken(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, field: str, read: object
) -> None:
    monkeypatch.setenv(f"LEITSTAND_{name}", value)
    assert getattr(read_settings(), field) == read


WRONG = [
    ("SWEEP_HOUR", "2", "von 0 bis 23 außer 2", "0 to 23 but 2"),
    ("SWEEP_HOUR", "24", "von 0 bis 23 außer 2", "0 to 23 but 2"),
    ("SWEEP_HOUR", "five", "von 0 bis 23 außer 2", "0 to 23 but 2"),
    ("PORT", "0", "eine ganze Zahl von 1 bis 65535", "a whole number from 1 to 65535"),
    ("PORT", "70000", "eine ganze Zahl von 1 bis 65535", "a whole number from 1 to 65535"),
    ("THREADS", "viele", "eine ganze Zahl von 1 bis 64", "a whole number from 1 to 64"),
    ("MAX_UPLOAD_MB", "-1", "eine ganze Zahl von 1 bis 200", "a whole number from 1 to 200"),
    ("LANGUAGE", "fr", "erlaubt sind de und en", "allowed are de and en"),
    ("TIME_ZONE", "Europe/Bonn", "ist keine Zeitzone", "is no time zone"),
    ("TIME_ZONE", "../etc/passwd", "ist keine Zeitzone", "is no time zone"),
    ("DATABASE_URL", "mysql://127.0.0.1/x", "erlaubt sind sqlite:///DATEI", "allowed are sqlite:///FILE"),
    ("DATABASE_URL", "leitstand.db", "erlaubt sind sqlite:///DATEI", "allowed are sqlite:///FILE"),
    ("DATABASE_URL", "sqlite://", "erlaubt sind sqlite:///DATEI", "allowed are sqlite:///FILE"),
    ("HOST", "", "ist keine Adresse", "is no address"),
    ("AWMF_URL", "leitlinien-api.awmf.org", "ist keine Adresse eines Verzeichnisses", "is no address of a registry"),
    ("DOI_URL", "ftp://doi.org", "ist keine Adresse eines Verzeichnisses", "is no address of a registry"),
    ("EMA_URL", "https://ema.europa.eu/?a=b", "ist keine Adresse eines Verzeichnisses", "is no address of a registry"),
    ("GBA_URL", "http://[", "ist keine Adresse eines Verzeichnisses", "is no address of a registry"),
    ("DNB_URL", "http://127.0.0.1:0", "ist keine Adresse eines Verzeichnisses", "is no address of a registry"),
    ("ALLOW_HOSTS", "127.0.0.1:99999", "erlaubt sind Rechnernamen", "allowed are names of hosts"),
    ("ALLOW_HOSTS", "http://intern", "erlaubt sind Rechnernamen", "allowed are names of hosts"),
    ("CONTACT", "Redaktion", "erlaubt sind eine Mail-Adresse", "allowed are an address of mail"),
    ("CONTACT", "a@b.org\r\nX-Evil: 1", "erlaubt sind eine Mail-Adresse", "allowed are an address of mail"),
]


@pytest.mark.parametrize("name, value, german, english", WRONG)
def test_a_wrong_setting_is_named_with_its_value_and_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, german: str, english: str
) -> None:
    monkeypatch.setenv(f"LEITSTAND_{name}", value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    for language, allowed in (("de", german), ("en", english)):
        said = caught.value.sentence(translator(language, strict=True))
        assert said.startswith(f"LEITSTAND_{name}: ")
        assert value in said
        assert allowed in said


def test_a_password_in_a_wrong_address_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", "mysql://leser:geheim@127.0.0.1/x")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert "geheim" not in caught.value.sentence(translator("de"))


@pytest.mark.parametrize("name", ["AWMF_KEY", "PUBMED_KEY"])
def test_a_key_of_a_registry_that_no_header_can_carry_is_named_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(f"LEITSTAND_{name}", "ge\nheim")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    said = caught.value.sentence(translator("de", strict=True))
    assert said.startswith(f"LEITSTAND_{name}: ")
    assert "heim" not in said


def test_a_password_in_the_address_of_a_registry_is_refused_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEITSTAND_AWMF_URL", "https://leser:geheim@127.0.0.1/v1")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert "geheim" not in caught.value.sentence(translator("de", strict=True))


def test_every_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEITSTAND_PORT", "x")
    monkeypatch.setenv("LEITSTAND_SWEEP_HOUR", "2")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    lines = caught.value.sentence(translator("de")).splitlines()
    assert [line.split(":")[0] for line in lines] == ["LEITSTAND_PORT", "LEITSTAND_SWEEP_HOUR"]


def test_a_strange_name_under_our_prefix_stops_nothing_and_is_named_with_what_is_like_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LEITSTAND_SWEEPHOUR", "4")
    assert read_settings().sweep_hour == 5
    names = ["LEITSTAND_SWEEPHOUR", "LEITSTAND_PORT", "LEITSTAND_CI", "LEITSTAND_OF_TOMORROW", "PATH"]
    assert unknown_settings(names) == [
        ("LEITSTAND_OF_TOMORROW", ""),
        ("LEITSTAND_SWEEPHOUR", "LEITSTAND_SWEEP_HOUR"),
    ]


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    first = secret_key(settings)
    assert len(first) > 40
    assert secret_key(settings) == first
    assert [path.name for path in settings.data_dir.iterdir()] == ["secret-key"]
    assert stat.S_IMODE((settings.data_dir / "secret-key").stat().st_mode) == 0o600


def test_programs_that_start_at_once_get_the_same_key(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(secret_key, [settings] * 4))) == 1


def test_a_key_that_was_set_is_taken_and_never_shown(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, secret_key=SecretStr("geheim"))
    assert secret_key(settings) == "geheim"
    assert "geheim" not in repr(settings)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        secret_key(Settings(data_dir=tmp_path / "file"))
    said = caught.value.sentence(translator("de", strict=True))
    assert "LEITSTAND_DATA_DIR" in said
    assert str(tmp_path / "file") in said
