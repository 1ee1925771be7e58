"""Settings: what an operator may set, and the sentence for each thing that is wrong."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import SecretStr

from service.settings import Settings, SettingsError, read_settings, secret_key


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
    ],
)
def test_a_setting_of_the_environment_is_taken(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, field: str, read: object
) -> None:
    monkeypatch.setenv(f"LEITSTAND_{name}", value)
    assert getattr(read_settings(), field) == read


@pytest.mark.parametrize(
    "name, value, sentence",
    [
        ("SWEEP_HOUR", "2", "skipped in March"),
        ("SWEEP_HOUR", "24", "less than or equal to 23"),
        ("SWEEP_HOUR", "five", "valid integer"),
        ("PORT", "0", "greater than or equal to 1"),
        ("PORT", "70000", "less than or equal to 65535"),
        ("LANGUAGE", "fr", "'de' or 'en'"),
        ("TIME_ZONE", "Europe/Bonn", "no such time zone"),
        ("TIME_ZONE", "../etc/passwd", "no such time zone"),
        ("DATABASE_URL", "mysql://127.0.0.1/x", "only sqlite"),
        ("DATABASE_URL", "leitstand.db", "not a database address"),
        ("MAX_UPLOAD_MB", "-1", "greater than or equal to 1"),
        ("HOST", "", "at least 1 character"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(f"LEITSTAND_{name}", value)
    with pytest.raises(SettingsError, match=f"^LEITSTAND_{name}: .*{sentence}"):
        read_settings()


def test_every_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEITSTAND_PORT", "x")
    monkeypatch.setenv("LEITSTAND_SWEEP_HOUR", "2")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == ["LEITSTAND_PORT", "LEITSTAND_SWEEP_HOUR"]


def test_a_mistyped_setting_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEITSTAND_SWEEPHOUR", "4")
    with pytest.raises(SettingsError, match="LEITSTAND_SWEEPHOUR: no such setting; known are .*LEITSTAND_SWEEP_HOUR"):
        read_settings()


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
    with pytest.raises(SettingsError, match="LEITSTAND_DATA_DIR"):
        secret_key(Settings(data_dir=tmp_path / "file"))
