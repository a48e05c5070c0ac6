"""A session played on paper, played again at a desk: what the rules refuse is gathered, all other lines are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

from game.authoring.onpaper.columns import AMENDED, CARDS, LEVERS, OBJECTIVES, SEAT, SESSION, TENSIONS, VOTES
from game.authoring.onpaper.naming import Names, wrong
from game.authoring.onpaper.reading import At, Copied, Line
from game.authoring.subjects.values import yes
from game.core.ballot import ANONYMOUS, HANDS, OPEN, Votes
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moves import board, flow, objectives, votes
from game.core.moves.arbitration import ArbitrateTension, AssumeLoad, DrawEvent
from game.core.moves.ballots import CastBallot, ChooseWay, CountHands
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.move import Command
from game.desk.desk import Desk

BARRED = ("ballot_open", "not_kept", "wrong_phase")
"""Why no sheet of an objective is open."""


@dataclass(frozen=True, slots=True)
class Said:
    """A gesture that the rules refused, where it is written, and the text that would be lost with it, if any."""

    at: At
    why: Refused
    text: str = ""


class Bringing:
    """Plays the lines of a paper session. `refused`: by the rules; `names` has what could not be read.

    `kept` counts what is now in the session, by sheet.
    """

    def __init__(self, desk: Desk, names: Names) -> None:
        self._desk, self.names = desk, names
        self.refused: list[Said] = []
        self.kept = dict.fromkeys((CARDS, VOTES, TENSIONS, OBJECTIVES), 0)

    def play(self, copied: Copied) -> None:
        """Play all that was copied, in the order of the workshop."""
        self._issues(copied.of(CARDS))
        self._levers(copied.of(CARDS))
        self._phase("arbitrate", copied.of(TENSIONS) + copied.of(VOTES) + copied.of(SESSION))
        for line in copied.of(TENSIONS):
            self._tension(line)
        self._told(copied.of(SESSION), "event", lambda line: DrawEvent(self.names.find(line, "event", "event")))
        self._votes(copied.of(VOTES))
        self._told(copied.of(SESSION), "load", lambda line: AssumeLoad(line.cells["load"]))
        self._told(copied.of(SESSION), "note", lambda line: flow.TakeNote(line.cells["note"]))
        self._phase("amend", copied.of(OBJECTIVES))
        for line in copied.of(OBJECTIVES):
            self._objective(line)

    def _do(self, command: Command, at: At, text: str = "") -> bool:
        """Play a gesture; tell whether the rules take it."""
        why = self._desk.do(command)
        if why is not None:
            self.refused.append(Said(at, why, text))
        return why is None

    def _phase(self, move: str, lines: tuple[Line, ...]) -> None:
        """Go where a move is allowed, if something asks for it."""
        phases = self._desk.session.workshop.agenda.phases
        found = next((phase.id for phase in phases if move in phase.moves), "")
        if lines and found:
            self._desk.do(flow.EnterPhase(found))

    def _issues(self, lines: tuple[Line, ...]) -> None:
        self._phase("place_issue", lines)
        for line in lines:
            card, place = self.names.find(line, "issue", "issue"), self.names.find(line, "place", "place")
            found = self._desk.session.issue_card(card)
            family = self.names.family(line, place, found.families) if found is not None else ""
            if family:  # a place that is none was told: the card stays on its family's board
                self.kept[CARDS] += self._do(PlaceIssue(card, family, place), line.where("issue"))

    def _levers(self, lines: tuple[Line, ...]) -> None:
        self._phase("place_lever", lines)
        for line in lines:
            issue = _quietly(self.names, line)
            placed = self._desk.session.placed(issue) is not None
            for field in (f"lever_{n}" for n in range(1, LEVERS + 1)):
                lever = self.names.find(line, field, "lever")
                if lever and placed:
                    self.kept[CARDS] += self._do(PlaceLever(lever, issue), line.where(field))
                elif lever and "issue" not in line.cells:  # an issue that is not there was told
                    self.names.faults.append(wrong(line, field, "onpaper_no_issue", value=line.cells[field]))

    def _tension(self, line: Line) -> None:
        pair = (self.names.find(line, "card_1", "card"), self.names.find(line, "card_2", "card"))
        said = line.cells.get("sentence", "")
        if all(pair):
            self.kept[TENSIONS] += self._do(ArbitrateTension(pair, said), line.where("card_1"), said)

    def _told(self, lines: tuple[Line, ...], field: str, command: Callable[[Line], Command]) -> None:
        """Play what the sheet of the session says in a column."""
        for line in lines:
            before = len(self.names.faults)
            made = command(line) if line.cells.get(field) else None
            if made is not None and len(self.names.faults) == before:
                self._do(made, line.where(field), line.cells[field])

    def _votes(self, lines: tuple[Line, ...]) -> None:
        """Vote as the sheet tells it: token by token where it says whose, hands, else in all, without a seat."""
        seated = [line for line in lines if any(field.startswith(SEAT) for field in line.cells)]
        raised = [line for line in lines if "hands" in line.cells]
        counted = [line for line in lines if "tokens" in line.cells]
        if seated:
            self._way(OPEN, seated, self._laid)
        elif raised:
            self._way(HANDS, raised, self._raised)
        elif counted:
            self._way(ANONYMOUS, counted, self._counted)

    def _way(self, way: object, lines: list[Line], vote: Callable[[list[tuple[Line, str]]], None]) -> None:
        self._desk.do(ChooseWay(way))  # type: ignore[arg-type]
        named = [(line, issue) for line in lines if (issue := self.names.find(line, "issue", "issue"))]
        vote([(line, issue) for line, issue in named if self._votable(line, issue)])
        if self._do(votes.CloseBallot(), lines[0].at) and self._desk.session.ballot.tied:
            self._tie(lines)

    def _votable(self, line: Line, issue: str) -> bool:
        """Tell whether a line is of a pick; why it is none is told once, whatever lay on it."""
        try:
            board.a_pick(self._desk.session, issue)
        except Refused as why:
            self.refused.append(Said(line.where("issue"), why))
            return False
        return True

    def _laid(self, picks: list[tuple[Line, str]]) -> None:
        for line, issue in picks:
            for field in (field for field in line.cells if field.startswith(SEAT)):
                lay, at = votes.LayToken(field.removeprefix(SEAT), issue), line.where(field)
                laid = takewhile(bool, (self._do(lay, at) for _ in range(self._count(line, field))))
                self.kept[VOTES] += sum(laid)

    def _raised(self, picks: list[tuple[Line, str]]) -> None:
        for line, issue in picks:
            hands = self._count(line, "hands")
            self.kept[VOTES] += hands * self._do(CountHands(issue, hands), line.where("hands"))

    def _counted(self, picks: list[tuple[Line, str]]) -> None:
        """Deal what lay on each pick among as many ballots as there are voters: who put what is nowhere told."""
        limits, voters = self._desk.session.limits, len(self._desk.session.voters)
        ballots: list[dict[str, int]] = [{} for _ in range(voters)]
        for line, issue in picks:
            wanted = self._count(line, "tokens")
            for _ in range(wanted):
                free = [one for one in ballots if sum(one.values()) < limits.tokens_per_seat
                        and one.get(issue, 0) < limits.tokens_per_pick]  # fmt: skip
                if not free:
                    most = min(voters * limits.tokens_per_pick, voters * limits.tokens_per_seat)
                    self.names.faults.append(wrong(line, "tokens", "onpaper_tokens", value=wanted, limit=most))
                    break
                least = min(free, key=lambda one: (one.get(issue, 0), sum(one.values())))
                least[issue] = least.get(issue, 0) + 1
        for one in ballots:
            cast: Votes = tuple(one.items())
            if cast and self._do(CastBallot(cast), picks[0][0].at):
                self.kept[VOTES] += sum(one.values())

    def _count(self, line: Line, field: str) -> int:
        """Read how many; what is no number is a fault, and none."""
        text = line.cells[field].removesuffix(".0")
        if text.isascii() and text.isdigit() and len(text) < 4:
            return int(text)
        self.names.faults.append(wrong(line, field, "onpaper_count", value=line.cells[field]))
        return 0

    def _tie(self, lines: list[Line]) -> None:
        """Settle a tie as the sheet says which picks are kept."""
        tied = self._desk.session.ballot.tied
        marked = [(line, _quietly(self.names, line)) for line in lines if yes(line.cells.get("kept", ""))]
        keep = tuple(issue for _, issue in marked if issue in tied)
        if keep:
            self._do(votes.SettleTie(keep), marked[0][0].where("kept"))
            return
        left = self._desk.session.ballot.left
        labels = [card.label.said[0] for one in tied if (card := self._desk.session.issue_card(one)) is not None]
        self.names.faults.append(wrong(lines[0], "kept", "onpaper_tie", known=" · ".join(labels), n=left))

    def _objective(self, line: Line) -> None:
        issue = self.names.find(line, "issue", "issue")
        if not issue:
            return
        before = len(self.refused)
        for field in (field for field in AMENDED if field in line.cells):
            value = line.cells[field]
            if not self._do(objectives.AmendObjective(issue, field, value), line.where(field), value) and self._barred(
                line
            ):
                return
        if len(self.refused) == before and yes(line.cells.get("adopted", "")):
            self._do(objectives.AdoptObjective(issue), line.where("adopted"))
        self.kept[OBJECTIVES] += len(self.refused) == before

    def _barred(self, line: Line) -> bool:
        """Tell whether no sheet is open for a line at all: it is told once, with all that the line says."""
        last = self.refused[-1]
        if last.why.code not in BARRED:
            return False
        said = " · ".join(line.cells[field] for field in ("issue", *AMENDED) if field in line.cells)
        self.refused[-1] = Said(line.where("issue"), last.why, said)
        return True

    def lost(self) -> Iterator[Said]:
        """Give what was refused and holds a text: it is to be kept elsewhere."""
        return (one for one in self.refused if one.text)


def _quietly(names: Names, line: Line) -> str:
    """Give the issue a line names, without saying again what was said of it."""
    faults, notes = list(names.faults), list(names.notes)
    found = names.find(line, "issue", "issue")
    names.faults[:], names.notes[:] = faults, notes
    return found
