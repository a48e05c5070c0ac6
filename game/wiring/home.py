"""What home lists: the scenarios that may be played, those people bring, and the sessions that were."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from os.path import lexists
from pathlib import Path

from game.content.problems import ContentError, errors
from game.content.shelf import DECK, SCENARIO, load_scenario, scenarios
from game.core.errors import GameError
from game.core.text import Text, same
from game.desk import shelving
from game.desk.away import AWAY, put_away
from game.desk.opening import Summary, counted, sessions, summary
from game.places import folders, shelves
from game.places.looks import is_file, saved, whole
from game.table.answers import Said
from game.view.answer.shelf import Offer, Pace, Recent, Shelf, Tidy, Trouble
from game.wiring.failures import troubled
from game.words.catalogue import Speaker

MOST, LOOKED = 30, 90
"""Sessions that home lists, and the files it looks into to find them: those written last."""
RESCUED = frozenset(
    f"error.{code}"
    for code in ("damaged", "damaged_from", "damaged_text", "damaged_facts", "truncated", "altered",
                 "sources_unreadable", "only_copies")
)  # fmt: skip
"""What home offers to rescue (wiring/rescuing.py)."""


TIDYING: dict[str, Callable[..., Path | None]] = {
    "rename": shelving.rename, "archive": shelving.archive, "discard": shelving.discard,
    "restore": shelving.restore, "erase": shelving.erase,
}  # fmt: skip


class Home:
    """Lists scenarios and sessions. `brought` are scenarios' folders that it puts before the others."""

    def __init__(self, brought: tuple[Path, ...] = ()) -> None:
        self._brought = brought
        self._offers: dict[Path, tuple[float, Offer]] = {}
        self._phases: dict[str, Text] = {}
        self._hurt: dict[tuple[str, str], GameError] = {}

    def shelf(self) -> Shelf:
        """List what may be played and what was."""
        ours = scenarios(shelves.scenarios())
        try:
            folder = folders.sessions()
        except GameError as error:
            return Shelf(self._offers_of((*self._brought, *ours)), recent=(_barred(error),))
        offers = self._offers_of((*self._brought, *_carried(folder), *ours))
        found = sessions(folder, LOOKED)[:MOST]
        cut = tuple(self._recent(one) for one in found if one.cut)
        rest = tuple(self._recent(one) for one in found if not one.cut)
        away = tuple(
            replace(self._recent(summary(path)), away=where) for where in AWAY for path in _last(folder, where)
        )
        others = max(0, counted(folder) - sum(lexists(one.path) for one in found))
        return Shelf(offers, cut, rest, f"{folder.parent.name} / {folder.name}", others, away)

    def _recent(self, one: Summary) -> Recent:
        """Give a session file as home shows it."""
        problem = one.problem or self._hurt.get((str(one.path), one.when))
        state = "broken" if problem is not None else "closed" if one.state == "closed" else "open"
        trouble = troubled(problem) if problem is not None else None
        phase = self._phases.get(one.phase, same(one.phase))
        rescue = one.ahead > 0 if trouble is None else trouble.key in RESCUED
        return Recent(
            str(one.path), one.path.stem, one.town, one.when[:10], phase, state, trouble, rescue, one.ahead, one.tryout,
            one.when[11:16],
        )  # fmt: skip

    def tidied(self, asked: Tidy, spoken: Speaker) -> Said:
        """Put a session in order, and say so. Raises JournalError."""
        path, act = Path(asked.path), TIDYING[asked.what]
        named = act(path, asked.title) if asked.what == "rename" else act(path)
        return Said(spoken.say(f"tidy.done.{asked.what}", title=(named or path).stem))

    def note(self, path: Path, error: GameError) -> None:
        """Have a session that turned out damaged when it was opened be listed as such, while its file is the same."""
        if f"error.{error.code}" in RESCUED:
            self._hurt[(str(path), summary(path).when)] = error

    def _offers_of(self, found: tuple[Path, ...]) -> tuple[Offer, ...]:
        return tuple(self._offer(folder) for folder in dict.fromkeys(map(whole, found)))

    def _offer(self, folder: Path) -> Offer:
        """Give a scenario as home shows it; read again only when a file of it, or of the deck around it, changed."""
        stamp = _saved(folder)
        known = self._offers.get(folder)
        if known is None or known[0] != stamp:
            known = self._offers[folder] = (stamp, self._read(folder))
        return known[1]

    def _read(self, folder: Path) -> Offer:
        name = folder.name if folder.parent == shelves.scenarios().resolve() else str(folder)
        try:
            sources = load_scenario(folder, shelves.decks())
        except ContentError as error:
            first = (errors(error.problems) or error.problems)[0]
            return Offer(name, same(folder.name), Text(), trouble=Trouble(f"problem.{first.code}", first.facts))
        scenario = sources.scenario
        self._phases |= {phase.id: phase.title for agenda in scenario.agendas for phase in agenda.phases}
        begun = [agenda for agenda in scenario.agendas if not agenda.reviews] or scenario.agendas
        paces = tuple(Pace(agenda.id, agenda.title, agenda.minutes, agenda.tryout, agenda.phases) for agenda in begun)
        return Offer(name, scenario.title, scenario.town, paces)


def _last(folder: Path, where: str) -> tuple[Path, ...]:
    return put_away(folder, where)[:MOST]


def _saved(folder: Path) -> float:
    """Give when a file of a scenario, or of the deck around it, was saved last; 0 where one may not look."""
    files: tuple[Path, ...] = (folder.parent / DECK,)
    with suppress(OSError):
        files += tuple(folder.iterdir())
    return max((saved(file) for file in files), default=0.0)


def _barred(error: GameError) -> Recent:
    """Give the sessions folder that cannot be used, as home shows a file that cannot: home must not say it is empty."""
    folder = str(error.facts.get("folder", ""))
    return Recent(folder, Path(folder).name, state="broken", trouble=troubled(error))


def _carried(folder: Path) -> tuple[Path, ...]:
    """List the scenarios that people's own decks carry: folders, and packs, beside their sessions."""
    own = scenarios(folder)
    within = tuple(one.parent for one in sorted(folder.glob(f"*/scenario/{SCENARIO}")))
    return (*own, *within, *(one for pack in sorted(folder.glob("*.zip")) for one in _unpacked(pack)))


def _unpacked(pack: Path) -> tuple[Path, ...]:
    """Give the scenario a pack carries; one that is no safe pack is not offered: `clap play` on it says why."""
    from game.authoring.pack import opened as unpacked

    try:
        folder = unpacked(pack) / "scenario"
    except GameError:
        return ()
    return (folder,) if is_file(folder / SCENARIO) else ()
