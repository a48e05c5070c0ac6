"""objectives.json: the whole report as data, described by assets/schema/objectives.schema.json."""

from __future__ import annotations

import json

from game.core.report import Report
from game.export.data import document


def content(report: Report, lang: str) -> bytes:
    """Give the file's bytes: sorted keys, so that the same session gives the same bytes."""
    text = json.dumps(document(report, lang), ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
    return f"{text}\n".encode()
