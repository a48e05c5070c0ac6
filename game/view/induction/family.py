"""My family: one chosen; one issue and two levers of the cards dealt; an event; a sentence to write again lawfully."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.cards import EventCard
from game.core.fitting import next_purchase
from game.core.induction import Deal
from game.core.moves.arbitration import SENTENCE_LIMIT, DrawEvent
from game.core.moves.induction import ChooseFamily, MendSentence
from game.core.scenario import FamilyRole
from game.core.session import Session
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.induction import dealt
from game.view.induction.page import foot, heading, page, told_on
from game.view.parts import naming
from game.view.parts.cards import badge, points
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.onward import onward
from game.view.parts.pieces import edged, label, plate, press, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, flowing, grid, grow, middle, node, over, pad, row, sized, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import numbers
from game.words.calendar import month

STEP = "family:step"
STEPS = ("cards", "event", "sentence")


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    mine = ui.only(tabs=(STEP,), scrolls=("family:list",), fields="family:")
    return s.part("family", _build, mine, session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    return page(s, ui, session, "family", lambda room: _parts(room, ui, session), box)


def _parts(s: Sight, ui: Ui, session: Session) -> Sequence[Piece]:
    deal = session.workshop.scenario.induction.deal(session.newcomer.family)
    if deal is None:
        return _choice(s, session)
    step = ui.tab(STEP, STEPS[0])
    parts = {"cards": _cards, "event": _event}.get(step, _sentence)
    return _steps(s, step), *parts(s, ui, session, deal)


def _steps(s: Sight, step: str) -> Piece:
    """Give the steps of the phase as tabs, on as many lines as they need."""
    buttons = [
        press(s, Button(f"{STEP}:{one}", s.say(f"family.step.{one}"), SelectTab(STEP, one), "quiet",
                        states=("selected",) if one == step else ()))
        for one in STEPS
    ]  # fmt: skip
    return node("tabs", "family:steps", s.say("family.steps"), flowing(buttons, (s.px(14), s.px(8))))


def _choice(s: Sight, session: Session) -> Sequence[Piece]:
    """Offer the families that cards are dealt to, each with what it buys."""
    told = session.workshop.scenario.induction
    roles = [role for role in session.workshop.scenario.families if told.deal(role.id) is not None]
    head = heading(s, "family:ask", s.say("family.ask"))
    tiles = [_family(s, session, role) for role in roles]
    few, many = (grid(tiles, across, s.px(14)) for across in (1, 2))
    why = told_on(s, "family:why", "info", (s.say("family.why"),))
    way, offered = foot(s, "family", onward(s, session, ready=False)), ways(sized(many, wide=s.px(1100)), few)
    parts = (head, why, offered, _rest(s, session), way)
    return tuple(part for part in parts if part is not None)


def _rest(s: Sight, session: Session) -> Piece | None:
    """Say what the families' shares leave: the town's other purchases; nothing where they leave nothing."""
    scenario, lang = session.workshop.scenario, s.speaker.lang
    share = round(100 - sum(role.share_pct for role in scenario.families), 2)
    if share <= 0:
        return None
    money = numbers.euros_short(round(scenario.budget.purchases * share / 100), lang)
    said = s.say("family.rest", sum=money, share=numbers.percent(share, lang))
    return label(s, "family:rest", said, Style(ink=theme.INK_3))


def _family(s: Sight, session: Session, role: FamilyRole) -> Piece:
    """Give a family: its share of the purchases in euros, and its next purchase that can still be shaped."""
    lang, family = s.speaker.lang, naming.family(session, role.id)
    name, euros = family.name.say(lang), session.workshop.scenario.budget.purchases * role.share_pct / 100
    shown = s.say(
        "family.share", sum=numbers.euros_short(round(euros), lang), share=numbers.percent(role.share_pct, lang)
    )
    bought = next_purchase(session, role.id)
    ahead = s.say("family.next", title=bought.title.say(lang), month=month(bought.launch, lang)) if bought else ""
    lines = [text(s, name, Style(theme.LABEL, bold=True, back=theme.WHITE))]
    lines += [text(s, said, Style(ink=theme.INK_3, back=theme.WHITE)) for said in (shown, ahead) if said]
    words = row(middle(badge(s, family)), grow(column(*lines)), gap=s.px(18))
    look = edged(s, plate(s, theme.WHITE, theme.INK_3), family.colour)
    shape = over(pad(words, s.px(26), s.px(12)), look)
    hint = " ".join(filter(None, (shown, ahead)))
    return node("button", f"family:{role.id}", name, shape, does=ChooseFamily(role.id), hint=hint)


def _to(s: Sight, step: str, *, ready: bool) -> Piece:
    """Give the button to the next step of the phase."""
    kind = "primary" if ready else "plain"
    return press(s, Button("family:on", s.say(f"family.to.{step}"), SelectTab(STEP, step), kind, "arrow-right"))


def _cards(s: Sight, ui: Ui, session: Session, deal: Deal) -> Sequence[Piece]:
    ready = dealt.chosen(session) is not None and len(session.levers_of(deal.family)) > 1
    return *dealt.cards(s, session, deal), foot(s, "family", _to(s, "event", ready=ready))


def _event(s: Sight, ui: Ui, session: Session, deal: Deal) -> Sequence[Piece]:
    """Turn the event of the family, then tell what happens and what spares one of it."""
    card, lang = session.workshop.deck.event(session.events[0]) if session.events else None, s.speaker.lang
    if card is None:
        turn = Button(
            "family:draw", s.say("family.draw"), DrawEvent(deal.event), "primary", "newspaper", size=theme.TITLE
        )
        return (
            heading(s, "family:event", s.say("family.event")),
            press(s, turn, 96),
            foot(s, "family", _to(s, "sentence", ready=False)),
        )
    said = tuple(
        filter(None, (card.text.say(lang), _weighs(s, card, deal.family), _spares(s, session, card, deal.family)))
    )
    return (
        heading(s, "family:event", card.title.say(lang)),
        told_on(s, "family:event:told", "newspaper", said, theme.WARN),
        foot(s, "family", _to(s, "sentence", ready=True)),
    )


def _weighs(s: Sight, card: EventCard, family: str) -> str:
    """Say what an event adds to a family's loads; one that adds nothing there tells its effect."""
    load = next((one for one in card.loads if one.family == family), None)
    facts = [(kind, getattr(load, kind)) for kind in ("cost", "delay", "effort")] if load is not None else []
    told = ", ".join(f"{s.say(f'board.load.{kind}')} {points(number)}" for kind, number in facts if number)
    return s.say("family.weighs", loads=told) if told else card.effect.say(s.speaker.lang)


def _spares(s: Sight, session: Session, card: EventCard, family: str) -> str:
    """Say which levers spare one of an event, and whether one of them is laid; empty where none does."""
    names = ", ".join(naming.card(s, session, lever) for lever in card.cancelled_by)
    held = any(lever in session.levers_of(family) for lever in card.cancelled_by)
    return s.say("family.spared" if held else "family.spares", levers=names) if names else ""


def _sentence(s: Sight, ui: Ui, session: Session, deal: Deal) -> Sequence[Piece]:
    """Ask for a sentence that a contract may carry; the guard tells what in it may not be asked."""
    lang, mended = s.speaker.lang, session.newcomer.mended
    given = deal.sentence.say(lang)
    entry = Field("family:mend", s.say("family.mend"), mended or given, SENTENCE_LIMIT, lines=True)
    written = ui.text(entry.key, entry.value)
    told, way = s.say("family.mended"), deal.lawful.say(lang)
    done = told_on(s, "family:mended", "check", (told, way), theme.GOOD) if mended else None
    keep = Button("family:keep", s.say("family.keep"), MendSentence(written), "plain" if mended else "primary", "check")
    parts = (
        heading(s, "family:sentence", s.say("family.sentence", sentence=given)),
        told_on(s, "family:wish", "info", (s.say("family.wish"),)),
        guarded(s, ui, session.workshop, entry, 2),
        done,
        foot(s, "family", press(s, keep, 68), onward(s, session, ready=bool(mended))),
    )
    return tuple(part for part in parts if part is not None)
