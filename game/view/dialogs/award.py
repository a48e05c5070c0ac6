"""The tender board, six months later, step by step on the podium: two offers, judged on what the table has fixed.

What the table fixed, the two offers, what the room says, what the board may decide, who decides what.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.core.award import CHOICES, REASON_LIMIT, Choice, Offer, TenderBoard
from game.core.frozen import dataclass
from game.core.judging import judgeable, judged, lawful, opening, standing
from game.core.legal import Legal
from game.core.moves.judging import JudgeOffers
from game.core.objective import Objective
from game.core.owed import due
from game.core.picks import levers
from game.core.session import Session
from game.view.answer.intents import CloseTop, Commit, OpenDialog, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Way, buttons
from game.view.parts import lawful as law
from game.view.parts import naming, podium, wording
from game.view.parts.fields import Field
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import field, label, plate, text
from game.view.parts.podium import Sheet, Told
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grid, node, over, pad, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.spacing import percents

STRIP = "award:step"
"""The tab that keeps the step shown."""
STEPS = ("fixed", "offers", "room", "board", "who")
SIZES = (1.8, 1.5, 1.25, 1)
"""How much larger than the room needs it is told, where there is room."""
BESIDE = 400
"""Width of an offer, in pixels at the room's scale, from which the two stand side by side."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the dialog is about: the session, what its deck knows of the board, the sheet, and the two offers."""

    session: Session
    board: TenderBoard
    sheet: Objective
    offers: tuple[Offer, Offer]


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the step shown, of the pick that `ui.about` names by its issue, else of the first that has offers."""
    found = _hearing(session, ui.about)
    if found is None:
        none = s.say("award.none")
        shown = Sheet("award", s.say("award.title"), lambda room: text(room, none), buttons(s, "award", (_done(s),)))
        return podium.sheet(s, ui, shown)
    step = ui.tab(STRIP, STEPS[0])
    tellers = [partial(_grown, size, partial(one, found)) for one in TOLD[step] for size in SIZES]
    last = partial(_scrolled, ui, tellers[-1])
    title = s.say(f"award.step.{step}", n=STEPS.index(step) + 1, of=len(STEPS), code=found.sheet.code)
    foot = _foot(s, ui, found, step)
    if foot.tall(s.box.w) > s.box.h // 2:
        return podium.sheet(s, ui, Sheet("award", title, partial(_all, s, ui, found), _answers(s, ui, found)))
    return podium.sheet(s, ui, Sheet("award", title, tellers[0], foot, (*tellers[1:], last)))


def _hearing(session: Session, issue: str) -> Hearing | None:
    sheets, board = judgeable(session), session.workshop.deck.cao
    sheet = next((one for one in sheets if one.issue == issue), next(iter(sheets), None))
    found = opening(session, sheet.issue) if sheet is not None else None
    if board is None or sheet is None or found is None:
        return None
    return Hearing(session, board, sheet, (found.base, found.variant))


def _grown(size: float, told: Told, room: Sight) -> Piece:
    return told(replace(room, unit=room.unit * size))


def _scrolled(ui: Ui, told: Told, room: Sight) -> Piece:
    """Tell it in a list that scrolls, where the room has no scale at which it stands whole."""
    return scrolled(
        room, ui, Listed("award:all", room.say("award.title"), 4), (node("group", "award:told", "", told(room)),)
    )


def _all(s: Sight, ui: Ui, found: Hearing, room: Sight) -> Piece:
    """Ask the room in a list that scrolls, the field in it: where texts are so large that the foot has no room."""
    parts = (node("group", "award:told", "", _asking(found, room)), field(s, ui, _why(s, found)))
    return scrolled(s, ui, Listed("award:all", s.say("award.title"), 12), parts)


def _answers(s: Sight, ui: Ui, found: Hearing, before: tuple[Way, ...] = ()) -> Piece:
    return buttons(s, "award", (*before, *(_answer(s, ui, found, choice) for choice in CHOICES)))


def _foot(s: Sight, ui: Ui, found: Hearing, step: str) -> Piece:
    at = STEPS.index(step)
    before = () if not at else (("back", s.say("award.back"), SelectTab(STRIP, STEPS[at - 1]), "plain", True),)
    if step == "room":
        return column(field(s, ui, _why(s, found)), _answers(s, ui, found, before), gap=s.px(12))
    other = _other(s, found) if not at else ()
    on = _done(s) if step == STEPS[-1] else ("on", s.say(f"award.on.{step}"), SelectTab(STRIP, STEPS[at + 1]),
                                             "primary", True)  # fmt: skip
    return buttons(s, "award", (*before, *other, on))


def _done(s: Sight) -> Way:
    return ("done", s.say("award.done"), CloseTop(), "primary", True)


def _other(s: Sight, found: Hearing) -> tuple[Way, ...]:
    """Give the way to the next pick that has offers, if there is another."""
    issues = [one.issue for one in judgeable(found.session)]
    after = issues[(issues.index(found.sheet.issue) + 1) % len(issues)]
    return (("other", s.say("award.other"), OpenDialog("award", after), "plain", True),) if len(issues) > 1 else ()


def _why(s: Sight, found: Hearing) -> Field:
    hint = s.say("award.why.hint")
    return Field(f"award:why:{found.sheet.issue}", s.say("award.why"), "", REASON_LIMIT, hint=hint)


def _answer(s: Sight, ui: Ui, found: Hearing, choice: Choice) -> Way:
    """Give the button of an offer; what is typed beside it is why."""
    key, issue = _why(s, found).key, found.sheet.issue
    does = Several((Commit(key, JudgeOffers(issue, choice, ui.text(key))), SelectTab(STRIP, "board")))
    said = judged(found.session, issue)
    kind = "primary" if said is not None and said.choice == choice else "plain"
    return (choice, s.say(f"award.keep.{choice}"), does, kind, not found.session.closed)


def _fixed(found: Hearing, room: Sight, *, short: bool = False) -> Piece:
    """Say what the table fixed for the purchase, what the law asks beside it, and what is said of variants."""
    session, lang = found.session, room.speaker.lang
    pick = session.placed(found.sheet.issue)
    cards = levers(session, pick) if pick is not None else ()
    asked = [_asked(room, session, card.stage, card.label.say(lang)) for card in cards]
    owed = ", ".join(dict.fromkeys(_owed(found, lang)))
    kind = standing(session, found.sheet.issue)
    lines = (
        text(room, naming.typed(room, found.sheet.title.say(lang)), Style(bold=True)),
        None if short else text(room, _aim(room, found.sheet)),
        *(text(room, said) for said in asked),
        text(room, room.say("award.owed", duties=owed)) if owed else None,
        text(room, room.say(f"award.variants.{kind}")),
        None if short else text(room, room.say("award.weights"), Style(ink=theme.INK_3)),
    )
    return column(*lines, gap=room.px(8))


def _aim(room: Sight, sheet: Objective) -> str:
    return room.say("award.aim", indicator=sheet.indicator.say(room.speaker.lang), aim=wording.aim(room, sheet))


def _asked(room: Sight, session: Session, stage: str, lever: str) -> str:
    found = session.workshop.deck.stage(stage)
    name = found.name.say(room.speaker.lang) if found is not None else stage
    return room.say("award.asked", stage=name, lever=lever)


def _owed(found: Hearing, lang: str) -> list[str]:
    """Give what the law has the file of its purchases hold, in short."""
    owed = (one.duty for item in found.sheet.intentions for one in due(found.session.workshop.duties, item))
    return [duty.title.say(lang) for duty in owed if duty.part]


def _offers(found: Hearing, room: Sight) -> Piece:
    two = [_offer(room, choice, one) for choice, one in zip(CHOICES, found.offers, strict=True)]
    across = grid(two, 2, room.px(14))
    return ways(replace(across, wide=max(across.wide, room.px(2 * BESIDE))), column(*two, gap=room.px(10)))


def _offer(room: Sight, choice: Choice, one: Offer) -> Piece:
    lang, name = room.speaker.lang, room.say(f"award.offer.{choice}")
    said, beside = percents(one.text.say(lang), lang), room.say("award.beside", said=one.beside.say(lang))
    lines = column(
        text(room, name, Style(bold=True, back=theme.WHITE)),
        text(room, said, Style(back=theme.WHITE)),
        text(room, beside, Style(ink=theme.INK_3, back=theme.WHITE)),
        gap=room.px(6),
    )
    shape = over(pad(lines, room.px(14), room.px(10)), plate(room, theme.WHITE, theme.INK, 3))
    return node("text", f"award:offer:{choice}", f"{name}. {said} {beside}", shape)


def _asking(found: Hearing, room: Sight) -> Piece:
    ask = label(room, "award:ask", room.say("award.ask"), Style(bold=True))
    return column(ask, _offers(found, room), gap=room.px(12))


def _question(_: Hearing, room: Sight) -> Piece:
    return label(room, "award:ask", room.say("award.ask"), Style(bold=True))


def _verdict(parts: int, found: Hearing, room: Sight, *, cited: bool = False) -> Piece:
    """Say what the council would have kept, what the law says of it, and what does not count."""
    session, issue = found.session, found.sheet.issue
    quoted = ", ".join(room.say("award.quoted", said=one.beside.say(room.speaker.lang)) for one in found.offers)
    aside = (found.board.aside, room.say("award.aside", said=quoted))
    laws = ((found.board.said(standing(session, issue)), ""), (found.board.fixed, ""), aside)
    told = (_law(room, found, legal, more, cited=cited) for legal, more in laws)
    return column(label(room, "award:said", _said(room, session, issue), Style(bold=True)), *tuple(told)[:parts],
                  gap=room.px(10))  # fmt: skip


def _said(room: Sight, session: Session, issue: str) -> str:
    """Say whether what the room kept may be kept."""
    said = judged(session, issue)
    if said is None:
        return room.say("award.said.none")
    may = "may" if said.choice in lawful(session, issue) else "not"
    return room.say(f"award.said.{said.choice}.{may}")


def _law(room: Sight, found: Hearing, legal: Legal, more: str, *, cited: bool) -> Piece:
    deck, said = found.session.workshop.deck, f"{legal.plain.say(room.speaker.lang)} {more}".strip()
    cite = law.reference(room, deck, legal)
    shown = text(room, cite, Style(theme.TEXT, theme.INK_3)) if cited else None
    return node("text", f"award:law:{legal.plain.say('fr')}", f"{said} {cite}", column(text(room, said), shown))


def _deciders(found: Hearing, room: Sight, *, cited: bool = False) -> Piece:
    return column(*(_decider(room, found, at, cited=cited) for at in range(len(found.board.deciders))), gap=room.px(10))


def _decider(room: Sight, found: Hearing, at: int, *, cited: bool) -> Piece:
    one, lang = found.board.deciders[at], room.speaker.lang
    said = room.say("award.decides", n=at + 1, who=one.who.say(lang), does=one.does.say(lang))
    cite = law.reference(room, found.session.workshop.deck, one.legal) if one.legal is not None else ""
    shown = text(room, cite, Style(ink=theme.INK_3)) if cited and cite else None
    return node("text", f"award:who:{at}", f"{said} {cite}", column(text(room, said, Style(bold=not cited)), shown))


TOLD: dict[str, tuple[Callable[[Hearing, Sight], Piece], ...]] = {
    "fixed": (_fixed, partial(_fixed, short=True)),
    "offers": (_offers,),
    "room": (_asking, _question),
    "board": (partial(_verdict, 3, cited=True), partial(_verdict, 3), partial(_verdict, 2)),
    "who": (partial(_deciders, cited=True), _deciders),
}
"""How each step is told: the longest way first."""
