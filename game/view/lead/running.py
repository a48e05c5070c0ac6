"""What to say now, minute by minute; what comes next; what is noted for oneself alone."""

from __future__ import annotations

from game.core.agenda import Cue, Phase
from game.core.moves.flow import EnterPhase
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.lead import notes
from game.view.lead.heading import heading
from game.view.parts.pieces import edged, label, line, plate, press, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, column, grow, middle, node, over, pad, row, sized, top
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

COMING = 4
"""How many cues are told that come."""


def pieces(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Give the running order from the last cue on, the way to the next phase, the notes."""
    phase, minute = session.stage, session.timer(session.phase).used(ui.now) // 60
    return (
        heading(s, "say", s.say("lead.side.say"), s.say("lead.minute", n=minute, of=phase.minutes)),
        *_cues(s, phase, minute),
        _next(s, session),
        heading(s, "notes", s.say("lead.notes"), s.say("lead.notes.alone")),
        _prepared(s, phase),
        notes.own(s, ui, phase.id, s.say("lead.notes.own")),
    )


def script(phase: Phase) -> tuple[Cue, ...]:
    """Give what is said in a phase, by the minute: its script, else the steps of its guide."""
    if phase.script:
        return phase.script
    starts = (sum(step.minutes for step in phase.says[:i]) for i in range(len(phase.says)))
    return tuple(Cue(at, step.say) for at, step in zip(starts, phase.says, strict=True))


def _cues(s: Sight, phase: Phase, minute: int) -> Pieces:
    cues, lang = script(phase), s.speaker.lang
    now = sum(cue.at <= minute for cue in cues) - 1
    shown = range(max(0, now), min(len(cues), now + 1 + COMING))
    return tuple(_cue(s, i, cues[i].at, cues[i].say.say(lang), now=i == now) for i in shown)


def _cue(s: Sight, i: int, at: int, said: str, *, now: bool) -> Piece:
    """Give a cue: the one to say now large, on white; those that come beside their minute."""
    if now:
        words = text(s, s.say("guide.say", words=said), Style(theme.TITLE, back=theme.WHITE))
        over_it = line(s, s.say("lead.now", n=at), Style(ink=theme.INK_3, bold=True, back=theme.WHITE))
        shape = pad(column(over_it, words, gap=s.px(8)), s.px(24), s.px(16))
        return node("text", f"lead:cue:{i}", said, over(shape, edged(s, plate(s), theme.ACCENT)), states=("polite",))
    when = sized(line(s, str(at), Style(theme.BODY, bold=True)), wide=s.px(44))
    shape = row(top(when), grow(text(s, said)), gap=s.px(10))
    return node("text", f"lead:cue:{i}", s.say("said.of", what=at, said=said), pad(shape, 0, s.px(4)))


def _next(s: Sight, session: Session) -> Piece | None:
    """Say which phase comes next and how long it is, with the button that opens it."""
    after = session.workshop.agenda.after(session.phase)
    if after is None:
        return None
    title = after.title.say(s.speaker.lang)
    told = s.say("lead.next", phase=title, n=after.minutes)
    go = press(s, Button("lead:next", s.say("lead.open", phase=title), EnterPhase(after.id), "primary", "arrow-right"))
    words = middle(text(s, told, Style(theme.BODY, bold=True, back=theme.SAND)))
    shape = pad(column(words, go, gap=s.px(10)), s.px(18), s.px(12))
    return node("group", "lead:after", told, over(shape, plate(s, theme.SAND)))


def _prepared(s: Sight, phase: Phase) -> Piece | None:
    said = phase.notes.say(s.speaker.lang)
    return label(s, "lead:prepared", said, Style(ink=theme.INK_3)) if said else None
