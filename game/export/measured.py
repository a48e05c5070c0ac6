"""What an objective measures, as plain data: the effect, and the means as steps to it."""

from __future__ import annotations

from collections.abc import Callable

from game.core.aims import change
from game.core.months import month
from game.core.objective import Objective
from game.core.review import Carried
from game.core.text import Text
from game.export.telling import amount, clean

Json = dict[str, object]
Say = Callable[[Text], str]
"""Words a text in the file's language."""


def effect(one: Objective | Carried, say: Say, *, held: bool) -> Json:
    """Give what is measured; `held`: it is an effect, and not how far a lever is used."""
    texts: Json = {name: say(getattr(one, name)) or None for name in ("indicator", "unit", "source", "rhythm")}
    return {
        **texts,
        **_start(one),
        "measures": "effect" if held else "means",
        "every": one.cadence.every or None,
        "target": amount(one.target) if change(one.target, one.unit) is None else None,
        "change": change(one.target, one.unit),
        "deadline": one.deadline or None,
    }


def _start(one: Objective | Carried) -> Json:
    """Give the start: the town's figure, or the month and the department that will establish it."""
    found, words, by = amount(one.baseline), clean(one.baseline), month(one.baseline)
    figure = None if by is not None else found
    return {
        "baseline": None if one.estimated else figure,
        "baseline_note": words if words and words not in (str(found), by) else None,
        "baseline_date": one.baseline_date or None,
        "baseline_by": by,
        "estimate": figure if one.estimated else amount(one.estimate),
    }


def means(one: Objective | Carried, say: Say) -> Json:
    """Give the steps: the month by which the levers are in the tender file, then how far they are used by another."""
    share = one.share
    told: Json = {
        "indicator": say(share.indicator), "unit": say(share.unit), "source": say(share.source) or None,
        "target": amount(share.target), "by": share.by or None,
    }  # fmt: skip
    answer = {"yes": True, "no": False}.get(one.written) if isinstance(one, Carried) else None
    used = amount(one.used) if isinstance(one, Carried) else None
    return {
        "written_by": one.written_by or None,
        "written": answer,
        "share": told if share.indicator else None,
        "used": used,
    }
