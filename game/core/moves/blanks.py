"""Cards written at the table; once written they play by the same rules."""

from __future__ import annotations

from typing import ClassVar

from game.core.cards import BLANK_TEXT_LIMIT, LABEL_LIMIT, Effects, IssueCard, LeverCard
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.session import Session
from game.core.text import same
from game.core.values import replace
from game.core.wording import local_word


def _written(session: Session, label: str, text: str) -> tuple[str, str]:
    most = session.workshop.deck.rules.blank_cards
    if most is not None and len(session.blank_issues) + len(session.blank_levers) >= most:
        raise Refused("blank_cards_spent", limit=most)
    label, text = " ".join(label.split()), " ".join(text.split())
    if not label:
        raise Refused("empty_text")
    if len(label) > LABEL_LIMIT:
        raise Refused("label_too_long", limit=LABEL_LIMIT)
    if len(text) > BLANK_TEXT_LIMIT:
        raise Refused("text_too_long", limit=BLANK_TEXT_LIMIT)
    word = local_word(session.workshop.scenario.wording, same(label), same(text))
    if word:
        raise Refused("local_preference", word=word)
    return label, text


def _within(value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise Refused("bad_number", text=str(value))


@dataclass(frozen=True, slots=True)
class WriteIssue:
    """Write an issue card: a label of 30 characters, a text of 130, an axis of the deck."""

    label: str
    text: str
    axis: str
    move: ClassVar[str] = "write_issue"

    def decide(self, session: Session, moment: Moment) -> tuple[IssueWritten, ...]:
        """Write. Raises Refused: empty_text, label_too_long, text_too_long, local_preference, unknown_card (axis),
        blank_cards_spent.
        """
        label, text = _written(session, self.label, self.text)
        if session.workshop.deck.axis(self.axis) is None:
            raise Refused("unknown_card", card=self.axis)
        return (IssueWritten(f"blank-issue-{len(session.blank_issues) + 1}", label, text, self.axis),)


@dataclass(frozen=True, slots=True)
class IssueWritten:
    """An issue card of the table's own is in the hand."""

    id: str
    label: str
    text: str
    axis: str

    def apply(self, session: Session) -> Session:
        """Add it to the hand."""
        families = tuple(family.id for family in session.workshop.families)
        label, text = same(self.label), same(self.text)
        card = IssueCard(self.id, self.axis, families, label, label, text, blank=True)
        return replace(session, blank_issues=(*session.blank_issues, card))


@dataclass(frozen=True, slots=True)
class WriteLever:
    """Write a lever card: label and text, a stage of the deck, its points as on the printed cards."""

    label: str
    text: str
    stage: str
    cost: int = 0
    delay: int = 0
    impact: int = 1
    effort: int = 1
    move: ClassVar[str] = "write_lever"

    def decide(self, session: Session, moment: Moment) -> tuple[LeverWritten, ...]:
        """Write. Raises Refused: as for an issue; bad_number (cost, delay: -2 to 2; others: 1 to 3)."""
        label, text = _written(session, self.label, self.text)
        if session.workshop.deck.stage(self.stage) is None:
            raise Refused("unknown_card", card=self.stage)
        for value in (self.cost, self.delay):
            _within(value, -2, 2)
        for value in (self.impact, self.effort):
            _within(value, 1, 3)
        number = len(session.blank_levers) + 1
        points = (self.cost, self.delay, self.impact, self.effort)
        return (LeverWritten(f"blank-lever-{number}", label, text, self.stage, *points),)


@dataclass(frozen=True, slots=True)
class LeverWritten:
    """A lever card of the table's own is in the hand."""

    id: str
    label: str
    text: str
    stage: str
    cost: int
    delay: int
    impact: int
    effort: int

    def apply(self, session: Session) -> Session:
        """Add it to the hand."""
        effects = Effects(self.cost, self.delay, self.impact, self.effort)
        label, text = same(self.label), same(self.text)
        card = LeverCard(self.id, self.stage, label, label, text, effects, (), action=label, blank=True)
        return replace(session, blank_levers=(*session.blank_levers, card))
