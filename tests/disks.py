"""Disks with faults: a small one that can be filled, a folder nobody can write to. Skips where the right is missing."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NO_MOUNT = "mounting is not allowed here (a disk of its own needs root)"
_BALLAST = "ballast"


@contextmanager
def small_disk(path: Path, kilobytes: int) -> Iterator[Path]:
    """Give a folder on a disk of its own that holds so much."""
    path.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(path))
    try:
        yield path
    finally:
        _as_root("umount", "--lazy", str(path))


def fill(disk: Path, *, spare: int = 0) -> None:
    """Fill a small disk but for ``spare`` bytes."""
    room = os.statvfs(disk)
    (disk / _BALLAST).write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - spare)))


def make_room(disk: Path) -> None:
    """Take away what filled the disk."""
    (disk / _BALLAST).unlink()


@contextmanager
def write_protected(path: Path) -> Iterator[None]:
    """Let nobody write below a folder as long as the block lasts, not even root."""
    if os.geteuid() == 0:
        _mount("--bind", str(path), str(path))
        _as_root("mount", "-o", "remount,ro,bind", str(path))
        try:
            yield
        finally:
            _as_root("umount", "--lazy", str(path))
        return
    modes = {item: item.stat().st_mode for item in [path, *path.rglob("*")]}
    for item, mode in modes.items():
        item.chmod(mode & 0o555)
    try:
        yield
    finally:
        for item, mode in modes.items():
            item.chmod(mode)


def _mount(*words: str) -> None:
    if os.geteuid() != 0 or not _as_root("mount", *words):
        pytest.skip(NO_MOUNT)


def _as_root(program: str, *words: str) -> bool:
    found = shutil.which(program)
    return found is not None and subprocess.run([found, *words], capture_output=True, check=False).returncode == 0
