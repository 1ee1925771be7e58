"""The fingerprint of a reduced record: equal content gives an equal hash, whatever the order of its fields."""

import hashlib
import json


def record_hash(value: object) -> str:
    """Return the sha256 of a value as canonical JSON (keys sorted, UTF-8); TypeError for what is no JSON."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
