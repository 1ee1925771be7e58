"""A workbook without the time at which it was written: the same rows give the same bytes."""

import re
import shutil
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_WHEN = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_PROPERTIES = "docProps/core.xml"


def without_time(made: IO[bytes], target: IO[bytes]) -> None:
    """Copy a workbook part by part, without the days of its parts and of its properties."""
    with ZipFile(made) as parts, ZipFile(target, "w") as copy:
        for old in parts.infolist():
            part = ZipInfo(old.filename)  # dated 1980-01-01, as all such parts are
            part.compress_type, part.file_size = ZIP_DEFLATED, old.file_size
            with parts.open(old) as source, copy.open(part, "w") as place:
                if old.filename == _PROPERTIES:
                    place.write(_WHEN.sub(b"", source.read()))
                else:
                    shutil.copyfileobj(source, place)
