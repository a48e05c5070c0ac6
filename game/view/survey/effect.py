"""What changed: how many were right before and after, question by question."""

from __future__ import annotations

from game.core.session import Session
from game.core.survey import AFTER, Effect, Side, effects
from game.view.parts.lists import kept
from game.view.parts.pieces import icon, label, plate, text, told
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, made, middle, node, over, pad, row, sized
from game.view.tree.looks import Fill, Style
from game.view.tree.sight import Sight

BAR = 26
"""Height of a bar at 1080p."""


def so_far(s: Sight, session: Session, size: float) -> tuple[Piece, ...]:
    """Say what the questions are; how many people answered, and what changed, once something was counted."""
    questions = session.workshop.scenario.takeaway.questions
    said = s.say("survey.what", n=len(questions)) if questions else s.say("survey.none")
    counts = [label(s, f"survey:counted:{one.moment}", s.say(f"survey.counted.{one.moment}", n=one.people),
                    Style(size, bold=True)) for one in session.survey]  # fmt: skip
    return (label(s, "survey:what", said, Style(size)), *counts, *_rows(s, session))


def _rows(s: Sight, session: Session) -> tuple[Piece, ...]:
    """Give a row a question; none before the end was counted: the right answers would be told."""
    if all(one.moment != AFTER for one in session.survey):
        return ()
    found = effects([(session.workshop.scenario.takeaway.questions, session.survey)])
    return tuple(kept(s, f"effect:{one.asked.id}", _row, one) for one in found)


def _row(s: Sight, one: Effect) -> Piece:
    lang = s.speaker.lang
    ask, right = one.asked.ask.say(lang), one.asked.answers[one.asked.right - 1].say(lang)
    white = Style(theme.BODY, back=theme.WHITE)
    bars = [_side(s, one.asked.id, name, side) for name, side in (("before", one.before), ("after", one.after))]
    why = one.asked.why.say(lang)
    shape = column(
        text(s, ask, Style(theme.LABEL, bold=True, back=theme.WHITE)),
        told(s, icon(s, "check", 28), text(s, f"{right}. {why}" if why else right, white)),
        *bars,
        gap=s.px(8),
    )
    card = over(pad(shape, s.px(22), s.px(14)), plate(s, theme.WHITE, theme.LINE))
    return node("group", f"effect:{one.asked.id}", f"{ask} {right}", card)


def _side(s: Sight, key: str, name: str, side: Side) -> Piece:
    said = s.say(f"survey.{name}.right", right=side.right, people=side.people, unknown=side.unknown)
    said = said if side.people else s.say(f"survey.{name}.none")
    style = Style(bold=name == "after", back=theme.WHITE)
    share = side.right / side.people if side.people else 0.0
    line = row(sized(_bar(s, share, strong=name == "after"), wide=s.px(300)), grow(text(s, said, style)), gap=s.px(18))
    return node("text", f"effect:{key}:{name}", said, line)


def _bar(s: Sight, share: float, *, strong: bool) -> Piece:
    """Draw a share of those asked: outlined whole, filled as far as they were right."""
    tall = s.px(BAR)

    def put(box: Box) -> tuple[Fill, ...]:
        line = box.middle(box.w, tall)
        whole = Fill(line, theme.PAPER, s.px(4), theme.INK_3, s.px(2))
        part = Fill(Box(line.x, line.y, round(line.w * share), line.h), theme.ACCENT if strong else theme.SAND,
                    s.px(4), theme.INK, s.px(2))  # fmt: skip
        return (whole, part) if share else (whole,)

    return middle(made(s.px(120), tall, put))
