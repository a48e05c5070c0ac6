"""The answer to the guess: the real share, in euros too, against what was guessed; and the way on."""

from __future__ import annotations

from game.core.agenda import Phase
from game.core.moves.flow import EnterPhase
from game.core.scenario import Budget
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.parts import podium
from game.view.parts.pieces import fitted, press
from game.view.parts.widgets import Button
from game.view.scouting.budget_film import Guess
from game.view.tree import theme
from game.view.tree.layout import Piece, centred, column, grow, node, sized, ways
from game.view.tree.looks import Style
from game.view.tree.sight import Sight
from game.words import numbers

CENTRED = 960
"""From which width, at 1080p, the answer stands in the middle: more than half a window that lies."""


def podium_states(ui: Ui) -> tuple[str, ...]:
    """Give the states of what the room reads, where it is read at the room's scale."""
    return ("podium",) if podium.stands(ui) else ()


def answer(s: Sight, ui: Ui, budget: Budget, shown: tuple[Guess, ...], council: float | None) -> Piece:
    """Say the real share against the room's mean guess, in euros too, and what the council had guessed, if told."""
    lang = s.speaker.lang
    facts = s.say(
        "guess.answer",
        bought=numbers.euros_short(budget.purchases, lang),
        total=numbers.euros_short(budget.total, lang),
    )
    share = numbers.percent(budget.share_pct, lang)
    lines: list[tuple[str, tuple[int, ...], str]] = [
        (share, (120, theme.HUGE, 72, 60, theme.BIG), theme.INK),
        (facts, (theme.BIG, 40, theme.TITLE, theme.LABEL, theme.TEXT), theme.INK),
    ]
    if shown:
        mean = round(sum(guess.percent for guess in shown) / len(shown))
        said = s.say("guess.mean", mean=numbers.percent(mean, lang), real=share)
        lines.append((said, (theme.TITLE, 32, theme.LABEL, theme.TEXT), theme.INK_3))
    if council is not None:
        said = s.say("guess.former", mean=numbers.percent(round(council), lang))
        lines.append((said, (theme.TITLE, 32, theme.LABEL, theme.TEXT), theme.INK_3))

    def laid(align: str) -> Piece:
        words = (
            fitted(s, said, Style(size, ink, bold=ink == theme.INK, align=align, middle=True), *smaller)
            for said, sizes, ink in lines
            for size, *smaller in (podium.sizes(ui, *sizes),)
        )
        return column(*(grow(sized(one, tall=0), 3 if i or podium.stands(ui) else 5) for i, one in enumerate(words)))

    shape = ways(sized(laid("centre"), wide=s.px(CENTRED)), laid("left"))
    return node(
        "text",
        "guess:answer",
        " ".join(said for said, _, _ in lines),
        shape,
        hint=budget.note.say(lang),
        states=podium_states(ui),
    )


def leads(s: Sight, after: Phase | None) -> Piece:
    """Lead to the plan, or to the next phase where there is none."""
    does: object = SelectTab("scouting", "map")
    key, name, sign = "guess:map", s.say("guess.next"), "map"
    if after is not None:
        does, key, sign = EnterPhase(after.id), "next", "arrow-right"
        name = s.say("council.onward", phase=after.title.say(s.speaker.lang))
    large, small = (press(s, Button(key, name, does, "primary", sign, size=size)) for size in (theme.TITLE, theme.TEXT))
    return ways(sized(centred(sized(large, wide=s.px(760))), wide=s.px(700) + 1), small)
