"""The review and the yearly report as plain data: ids and codes always, texts in the language asked for."""

from __future__ import annotations

from game.core.report import Report
from game.core.review import Carried, Decision, Former, Lost, Measure, Named
from game.export.measured import Json, Say, effect, means


def review(report: Report, say: Say) -> Json | None:
    """Give what the session took over, measured and decided; None when it follows no other."""
    former = report.session.former
    if former is None:
        return None
    return {
        **_former(former, say),
        "objectives": [followed(one, say, report.session.date, report.traces) for one in report.reviewed],
    }


def _former(former: Former, say: Say) -> Json:
    return {
        "session": {
            "file": former.file,
            "sha256": former.sha256,
            "title": former.title or None,
            "date": former.date,
            "quarter": former.quarter,
        },
        "guess": former.guess,
        "share": former.share,
        "renounced": [
            {"issue": named(one.card, say), "family": named(one.family, say), "how": one.how,
             "reason": one.reason or None}
            for one in former.renounced
        ],
    }  # fmt: skip


def followed(one: Carried, say: Say, date: str, traces: dict[str, tuple[int, ...]]) -> Json:
    """Give an objective of a former session: as it was adopted, its measures and decisions, and where it comes from."""
    return {
        "code": one.code,
        "quarter": one.quarter,
        "title": say(one.title),
        "family": named(one.family, say),
        "place": named(one.place, say) if one.place.id else None,
        "issue": named(one.issue, say),
        "levers": [named(lever, say) for lever in one.levers],
        **{name: say(getattr(one, name)) or None for name in (
            "deputy", "department", "indicator", "unit", "source", "rhythm")},
        "baseline": one.baseline or None,
        "baseline_date": one.baseline_date or None,
        "target": one.target or None,
        "deadline": one.deadline or None,
        "effect": effect(one, say, held=one.effect),
        "means": means(one, say),
        "intentions": [item.id for item in one.intentions],
        "status": one.status,
        "outcome": one.outcome(date),
        "overdue": one.overdue(date),
        "guess": one.guess or None,
        "measures": [measure(item) for item in one.measures],
        "decisions": [decision(item) for item in one.decisions],
        "undressed": [lost(item, say) for item in one.lost],
        "trace": {
            "tokens": one.tokens,
            "gestures": list(one.gestures),
            "review_gestures": list(traces.get(one.code, ())),
        },
    }  # fmt: skip


def named(one: Named, say: Say) -> Json:
    """Give an id with its name."""
    return {"id": one.id, "label": say(one.name) or one.id}


def measure(one: Measure) -> Json:
    """Give a measure; `value` is a number, `words` what was written where there is none."""
    source = {"file": one.file, "sha256": one.sha256, "definition": one.definition} if one.file else None
    return {
        "date": one.date,
        "value": one.amount,
        "words": one.value if one.amount is None else None,
        "k": one.k if one.n else None,
        "n": one.n or None,
        "comment": one.comment or None,
        "recorded": one.at or None,
        "source": source,
    }


def decision(one: Decision) -> Json:
    """Give a decision of a review."""
    return {
        "decision": one.what,
        "status": one.status,
        "reason": one.reason,
        "quarter": one.quarter,
        "at": one.at or None,
        "seat": one.seat or None,
        "target": {"was": one.was_target, "now": one.target} if one.target else None,
        "deadline": {"was": one.was_deadline, "now": one.deadline} if one.deadline else None,
        "undressed": one.undressed,
    }


def lost(one: Lost, say: Say) -> Json:
    """Give what an objective lost after it was adopted."""
    return {
        "field": one.field,
        "was": say(one.was) or None,
        "now": say(one.now) or None,
        "reason": one.reason,
        "seat": say(one.seat) or None,
        "at": one.at,
    }
