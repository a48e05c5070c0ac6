"""The sessions of several tables side by side: what they placed in common, where they part, how they guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from game.core.errors import SetupError
from game.core.frozen import dataclass
from game.core.picks import kept
from game.core.scenario import Scenario
from game.core.session import PlacedIssue, Session, start
from game.core.text import Text
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the day, by the name it is told under."""

    name: str
    session: Session


@dataclass(frozen=True, slots=True)
class Laid:
    """An issue as one table laid it: `rank` counts from 1 among what its vote kept, 0 where it was not kept."""

    table: str
    family: str
    place: str
    levers: tuple[str, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class Common:
    """One issue over all tables. `card` is its id, or the words of a card that was written at a table."""

    card: str
    label: Text
    laid: tuple[Laid, ...]

    @property
    def kept(self) -> int:
        """Count the tables whose vote kept it."""
        return sum(one.rank > 0 for one in self.laid)

    @property
    def rank(self) -> float:
        """Give the mean rank among the tables that kept it; 0 where none did."""
        return sum(ranks) / len(ranks) if (ranks := [one.rank for one in self.laid if one.rank]) else 0.0

    @property
    def families(self) -> tuple[tuple[str, int], ...]:
        """Give the families it was laid on and by how many tables, the commonest first."""
        return tuple(Counter(one.family for one in self.laid).most_common())

    @property
    def levers(self) -> tuple[tuple[str, int], ...]:
        """Give the levers laid under it and by how many tables, the commonest first."""
        return tuple(Counter(lever for one in self.laid for lever in one.levers).most_common())

    @property
    def parts(self) -> bool:
        """Tell whether tables part over it: some laid it on another family, or some kept what others laid and left."""
        return len(self.families) > 1 or 0 < self.kept < len(self.laid)


@dataclass(frozen=True, slots=True)
class Merged:
    """All tables. `issues` come with what most tables kept first, then what most laid, then by mean rank."""

    tables: tuple[Table, ...]
    issues: tuple[Common, ...]

    @property
    def scenario(self) -> Scenario:
        """Give the scenario all of them played."""
        return self.tables[0].session.workshop.scenario


def merged(tables: Sequence[Table]) -> Merged:
    """Put tables side by side. Raises SetupError: merge_alone for fewer than two, merge_apart for two scenarios."""
    if len(tables) < 2:
        raise SetupError("merge_alone", n=len(tables))
    first = tables[0]
    for other in tables[1:]:
        if other.session.workshop.scenario.id != first.session.workshop.scenario.id:
            raise SetupError("merge_apart", one=first.name, other=other.name)
    found: dict[str, list[Laid]] = {}
    labels: dict[str, Text] = {}
    for table in tables:
        for issue in table.session.issues:
            key, labels = _named(table.session, issue.card, labels)
            found.setdefault(key, []).append(_laid(table, issue))
    issues = [Common(key, labels[key], tuple(laid)) for key, laid in found.items()]
    issues.sort(key=lambda one: (-one.kept, -len(one.laid), one.rank, one.card))
    return Merged(tuple(tables), tuple(issues))


def _named(session: Session, card: str, labels: dict[str, Text]) -> tuple[str, dict[str, Text]]:
    """Give what a card is counted under; two tables that wrote the same words wrote the same card."""
    found = session.issue_card(card) or session.lever_card(card)
    label = found.label if found is not None else Text(card, card)
    written = found in (*session.blank_issues, *session.blank_levers)
    key = " ".join(label.say("fr").casefold().split()) if written else card
    return key, {key: label} | labels


def _laid(table: Table, issue: PlacedIssue) -> Laid:
    ranks = {one.card: rank for rank, one in enumerate(kept(table.session), 1)}
    levers = tuple(_named(table.session, lever, {})[0] for lever in issue.levers)
    return Laid(table.name, issue.family, issue.place, levers, ranks.get(issue.card, 0))


def guessed(table: Table) -> float | None:
    """Give the mean of a table's guesses of the share of purchases, in per cent; None where nobody guessed."""
    told = [percent for _, percent in table.session.guesses]
    return sum(told) / len(told) if told else None


def together(found: Merged, title: str) -> Session:
    """Give a session that lays what most tables laid, within the limits of the first one's agenda: for its picture."""
    first = found.tables[0].session
    session, issues = start(first.workshop), list[PlacedIssue]()
    for one in found.issues:
        family, _ = one.families[0]
        room = sum(issue.family == family for issue in issues) < first.limits.issues_per_family
        if session.issue_card(one.card) is None or len(one.laid) < 2 or not room:
            continue
        place = Counter(laid.place for laid in one.laid if laid.family == family).most_common(1)[0][0]
        levers = tuple(_ours(session, (lever for lever, tables in one.levers if tables > 1)))
        issues.append(PlacedIssue(one.card, family, place, len(issues) + 1, levers[: first.limits.levers_per_issue]))
    return replace(session, title=title, date=first.date, seats=first.seats, issues=tuple(issues))


def _ours(session: Session, levers: Iterable[str]) -> Iterable[str]:
    """Give the levers of the deck, each once: what tables wrote themselves is in none of the others' hands."""
    return (lever for lever in levers if session.lever_card(lever) is not None)
