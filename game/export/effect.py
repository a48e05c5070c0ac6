"""The effect page: what people knew before and after, at one table or at several added up; nobody is in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.core.session import Session
from game.core.survey import Side, effects
from game.export import to_pdf
from game.export.blocks import Block, Grid, Leaf, Words
from game.export.telling import Voice
from game.places import landing


def export(sessions: Sequence[Session], lang: str, folder: Path) -> tuple[Path, ...]:
    """Write the page of some tables. Gives the file written. Raises ExportError as `typeset` and `landing` say."""
    voice = Voice(lang)
    path = landing.folder(folder) / voice.say("effect.file")
    landing.put(path, to_pdf.written(paper(sessions, voice)))
    return (path,)


def paper(sessions: Sequence[Session], voice: Voice) -> Leaf:
    """Give the page as values; tables that counted nothing add nothing."""
    tables = [(one.workshop.scenario.takeaway.questions, one.survey) for one in sessions if one.survey]
    found = effects(tables)
    heads = tuple(voice.say(f"effect.{key}") for key in ("question", "answer", "before", "after"))
    rows = tuple(
        (voice.read(one.asked.ask), voice.read(one.asked.answers[one.asked.right - 1]),
         _side(voice, one.before), _side(voice, one.after))
        for one in found
    )  # fmt: skip
    before, after = (max((getattr(one, side).people for one in found), default=0) for side in ("before", "after"))
    said = voice.say("effect.what", tables=len(tables), before=before, after=after)
    blocks: tuple[Block, ...] = (
        Words(said),
        Grid(heads, rows, (34, 30, 18, 18)),
        Words(voice.say("effect.nobody"), "quiet"),
    )
    towns = dict.fromkeys(voice.text(one.workshop.scenario.town) for one in sessions)
    dates = sorted({one.date for one in sessions if one.date})
    under = " · ".join((*towns, *(voice.month(day) for day in dict.fromkeys((*dates[:1], *dates[-1:])))))
    last = dates[-1] if dates else ""
    return Leaf(
        voice.say("effect.title"), under, blocks, voice.say("paper.foot"), "", voice.lang, last, voice.say("paper.page")
    )


def _side(voice: Voice, side: Side) -> str:
    if not side.people:
        return voice.say("effect.not_asked")
    return voice.say("effect.side", right=side.right, people=side.people, unknown=side.unknown)
