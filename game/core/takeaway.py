"""What a new member leaves with: who decides what, words, what one does not do, whom to call; five questions."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.text import Text


@dataclass(frozen=True, slots=True)
class Deciding:
    """One moment of a purchase: who decides what there, and when. `council`: the purchasing council acts there."""

    id: str
    title: Text
    who: Text
    what: Text
    when: Text
    council: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call, by role and never by name, and what about; `reach`: a telephone or an address, empty to fill in."""

    role: Text
    about: Text
    reach: Text = Text()


@dataclass(frozen=True, slots=True)
class AskedTwice:
    """A question asked before and after; `right` is the rank of the right one of its `answers`, from 1."""

    id: str
    ask: Text
    answers: tuple[Text, ...]
    right: int
    why: Text = Text()


@dataclass(frozen=True, slots=True)
class Takeaway:
    """All of it. `strip` is in the order of a purchase; `words` are terms of the deck's glossary."""

    strip: tuple[Deciding, ...] = ()
    words: tuple[str, ...] = ()
    never: tuple[Text, ...] = ()
    contacts: tuple[Contact, ...] = ()
    questions: tuple[AskedTwice, ...] = ()

    def question(self, question_id: str) -> AskedTwice | None:
        """Find a question."""
        return next((one for one in self.questions if one.id == question_id), None)
