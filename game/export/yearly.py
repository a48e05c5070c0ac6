"""The yearly report to the council: year.docx and year.pdf to read, year.json (all of it), year.csv (by objective)."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from game.core.months import written
from game.core.text import Text
from game.core.yearly import Considered, Followed, Held, YearReport, against
from game.export import to_docx, to_pdf
from game.export.measured import Json
from game.export.review import followed, lost, named
from game.export.telling import clean
from game.export.to_csv import safe
from game.export.year_paper import paper
from game.places import landing
from game.words import aims, calendar
from game.words.catalogue import Speaker, speaker
from game.words.numbers import number
from game.words.spacing import spaced

FORMAT, VERSION = "clap-year", 1
COLUMNS = (
    "code", "quarter", "title", "family", "deputy", "indicator", "unit", "baseline", "target", "deadline", "now",
    "measured_on", "outcome", "status", "reason", "undressed", "curve",
)  # fmt: skip


def export(report: YearReport, lang: str, folder: Path, template: Path | None = None) -> tuple[Path, ...]:
    """Write the four files; all are made before the first is written. Gives them.

    `template` is a DOCX of the town's own. Raises ExportError as `landing`, `word.paper` and `typeset` say.
    """
    leaf = paper(report, lang)
    made = (
        ("year.docx", to_docx.written(leaf, template)),
        ("year.pdf", to_pdf.written(leaf)),
        ("year.json", as_json(report, lang)),
        ("year.csv", as_csv(report, lang)),
    )
    room = landing.folder(folder)
    for name, content in made:
        landing.put(room / name, content)
    return tuple(room / name for name, _ in made)


def as_json(report: YearReport, lang: str) -> bytes:
    """Give the bytes of year.json: sorted keys, so that the same sessions give the same bytes."""
    text = json.dumps(document(report, lang), ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def document(report: YearReport, lang: str) -> Json:
    """Give the whole report as plain data."""

    def say(text: Text) -> str:
        return clean(text.say(lang)).strip()

    spoken = speaker(lang)
    return {
        "format": FORMAT,
        "version": VERSION,
        "language": lang,
        "title": spoken.say("export.year.title"),
        "notice": spoken.say("export.notice"),
        "town": say(report.town),
        "from": report.first,
        "until": report.until,
        "sessions": [_held(one, say(one.title), say(one.agenda)) for one in report.sessions],
        "outcomes": dict(report.outcomes),
        "statuses": dict(report.statuses),
        "objectives": [
            followed(one.objective, say, report.until, {})
            | {"outcome_name": spoken.say(f"export.outcome_{one.outcome}"), "curve": _curve(one)}
            | {"undressed": [lost(item, say) for item in one.undressed]}
            for one in report.objectives
        ],
        "undressed": [
            lost(item, say) | {"code": one.code, "family": named(one.family, say)} for one, item in report.undressed
        ],
        "contracts": _contracts(report),
    }


def _held(one: Held, title: str, agenda: str) -> Json:
    return {
        "file": one.file, "sha256": one.sha256, "title": title, "date": one.date, "quarter": one.quarter,
        "agenda": agenda, "adopted": one.adopted, "reviewed": one.reviewed,
    }  # fmt: skip


def _curve(one: Followed) -> list[Json]:
    return [
        {"date": point.date, "quarter": point.quarter, "value": point.value, "kind": point.kind,
         "comment": point.comment or None}
        for point in one.curve
    ]  # fmt: skip


def _contracts(report: YearReport) -> Json | None:
    """Give the shares of contracts with considerations by year, and this year's against the one before."""
    if not report.files:
        return None
    return {
        "buyer": report.buyer,
        "files": [{"name": file.name, "sha256": file.sha256} for file in report.files],
        "years": [_considered(one) for one in report.contracts],
        "against": [_against(report, name) for name in dict.fromkeys(one.name for one in report.contracts)],
    }


def _considered(one: Considered) -> Json:
    return {
        "year": one.year, "consideration": one.name, "state": one.state, "k": one.k, "known": one.known,
        "contracts": one.contracts, "share": one.share, "points": one.points, "unread": one.unread,
    }  # fmt: skip


def _against(report: YearReport, name: str) -> Json:
    """Compare the year of the report with the one before; null, never 0, where one of the two is not known."""
    now, before = against(report, name)
    gap = None if now is None or before is None else round(100 * (now - before), 1)
    year = str(int(report.until[:4]))
    return {"consideration": name, "year": year, "share": now, "before": before, "gap_points": gap}


def as_csv(report: YearReport, lang: str) -> bytes:
    """Give the bytes of year.csv, as a spreadsheet of the language opens it."""
    spoken, out = speaker(lang), io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe(spoken.say(f"export.year.column.{name}")) for name in COLUMNS])
    for one in report.objectives:
        row = _row(one, spoken)
        writer.writerow([_cell(row[name], lang) for name in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: str | float, lang: str) -> str:
    if isinstance(value, str):
        return safe(value)
    whole = written(value)
    return whole.replace(".", ",") if lang == "fr" else whole


def _row(one: Followed, spoken: Speaker) -> dict[str, str | float]:
    carried, lang = one.objective, spoken.lang
    now = carried.now
    texts: dict[str, str | float] = {
        name: _said(getattr(carried, name), lang) for name in ("title", "deputy", "indicator", "unit")
    }
    reason = carried.decisions[-1].reason if carried.decisions else ""
    return texts | {
        "code": carried.code,
        "quarter": carried.quarter,
        "family": _said(carried.family.name, lang),
        "baseline": clean(aims.told(carried.baseline, lang)),
        "target": clean(aims.told(carried.target, lang)),
        "deadline": calendar.month(carried.deadline, lang),
        "now": now.amount if now is not None and now.amount is not None else "",
        "measured_on": calendar.day(now.date, lang) if now is not None else "",
        "outcome": spoken.say(f"export.outcome_{one.outcome}"),
        "status": spoken.say(f"export.status_{carried.status}"),
        "reason": _typed(reason, lang),
        "undressed": " | ".join(_typed(item.reason, lang) for item in one.undressed),
        "curve": " | ".join(
            spoken.say("export.measure_line", date=calendar.day(point.date, lang), value=number(point.value, lang))
            for point in one.curve
        ),
    }


def _said(text: Text, lang: str) -> str:
    return clean(text.say(lang)).strip()


def _typed(text: str, lang: str) -> str:
    return spaced(clean(text)) if lang == "fr" else clean(text)
