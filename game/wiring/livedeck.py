"""The deck of a session, read again when its author saves it: the cards change in place, or a banner says why not."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game.content.files import read_bytes
from game.content.problems import LINE_ENDS, ContentError, Problem, errors, words
from game.content.unseen import shown
from game.core.errors import SetupError
from game.core.scenario import Workshop
from game.core.text import Text
from game.desk.desk import Desk
from game.desk.watching import News, Watch
from game.places import shelves
from game.places.looks import closed, is_file
from game.table.answers import Said, Shown
from game.view.answer.faults import Fault
from game.view.answer.ui import Ui, with_faults
from game.wiring.failures import on_the_wall, told
from game.wiring.settings import LANGUAGES
from game.words.catalogue import speaker

_WORD = re.compile(r"""'[^']*'|"[^"]*"|[^\s,:\[\]{}#][^\s,:\[\]{}]*""")


def read(file: Path, workshop: Workshop) -> News:
    """Read a deck as `clap deck check` does, and rehearse it with the workshop that is played.

    Raises ContentError when its file cannot be read at all.
    """
    from game.authoring.check import check_deck
    from game.wiring.rehearsing import checked

    found = check_deck(file, shelves.decks())
    news = News(found.reading.text, found.reading.deck, found.problems, found.reading.files)
    if news.deck is None or errors(news.problems):
        return replace(news, deck=None)
    try:
        checked(workshop, news.deck)
    except SetupError as error:
        fault = Problem(error.code, str(file), 0, 0, (("trace", str(error.facts.get("trace", "–"))),))
        return replace(news, deck=None, problems=(*news.problems, fault))
    return news


class LiveDeck:
    """Watches the deck of the session that is played."""

    def __init__(self, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._elapsed = elapsed
        self._watched: tuple[Desk, Watch | None] | None = None

    def news(self, desk: Desk, ui: Ui) -> Shown | None:
        """Give what a save of the deck's files changes, once; called at each turn of the table."""
        if self._watched is None or self._watched[0] is not desk:
            self._watched = (desk, _watch(desk, self._elapsed))
        watch = self._watched[1]
        found = watch.look() if watch is not None else None
        return _answer(desk, found, ui.lang) if found is not None else None


def pictured(desk: Desk, path: str) -> bytes | None:
    """Give the picture of a card by the path its deck gives: kept with the session, else new in the deck's folder."""
    from game.content import pictures
    from game.desk.opening import IMAGE

    kept = desk.sources.get(f"{IMAGE}{path}")
    if kept is not None or desk.deck_file is None or pictures.path_fault(path):
        return kept
    folder = desk.deck_file.parent
    return None if pictures.file_fault(folder, path)[0] else (folder / path).read_bytes()


def _watch(desk: Desk, elapsed: Callable[[], float]) -> Watch | None:
    if desk.read_only:
        return None
    file = desk.deck_file

    def again(found: Path) -> News:
        return read(found, desk.session.workshop)

    return Watch(file, again, elapsed) if file is not None and (is_file(file) or closed(file)) else None


def _answer(desk: Desk, news: News, lang: str) -> Shown:
    from game.authoring.diff import changes

    view, spoken = with_faults(_faults(news.problems)), speaker(lang)
    count = len(changes(desk.session.workshop.deck, news.deck)) if news.deck is not None else 0
    if news.deck is None or not count:
        return Shown(view)
    refused = desk.refresh(news.text, news.deck)
    if refused is not None:
        return Shown(view, Said(told(on_the_wall(refused), spoken), "refused"))
    return Shown(view, Said(spoken.say("workshop.renewed", n=count)))


def _faults(problems: tuple[Problem, ...]) -> tuple[Fault, ...]:
    """Word problems in every language of the table, those that stop the deck first."""
    texts: dict[str, list[str]] = {}
    stopping = errors(problems)
    ordered = (*stopping, *(one for one in problems if one not in stopping))
    return tuple(_fault(one, texts, mild=one not in stopping) for one in ordered)


def _fault(problem: Problem, texts: dict[str, list[str]], *, mild: bool) -> Fault:
    said = {lang: words(problem, speaker(lang).say) for lang in LANGUAGES}
    lines = texts.setdefault(problem.file, _lines(problem.file))
    source = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    found = _WORD.match(source, max(0, problem.column - 1))
    width = len(found[0]) if found else 1
    name = shown(Path(problem.file).name)
    return Fault(name, problem.line, problem.column, Text(said["fr"], said["en"]), source, width, mild)


def _lines(file: str) -> list[str]:
    try:
        return [shown(line) for line in LINE_ENDS.split(read_bytes(Path(file)).decode("utf-8", "replace"))]
    except ContentError:
        return []
