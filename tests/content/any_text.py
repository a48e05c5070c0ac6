"""Texts of any signs, kept when the check lets them pass, then put everywhere a text of a file goes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.authoring.scaffold import scaffold
from game.content.nodes import Scalar
from game.content.problems import errors
from game.content.shelf import load_scenario
from game.content.source import read_source
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.report import report
from game.core.signs import fault
from game.core.text import Text
from game.desk.opening import new_session, open_session
from game.desk.tracing import traces
from game.export import export_all
from game.places import shelves
from game.printing.pile import Order, chosen, printed
from game.printing.sheets import PROFILES
from game.table.access import Access
from game.table.picture import png
from game.type.measure import FontMeasure
from game.view import contact, scene
from game.view.answer.ui import Ui
from game.view.rehearsal import rehearse
from game.view.tree.sight import Sight
from game.wiring.assembly import picture
from game.words.catalogue import speaker

POOLS = (
    "abcdefghij éèàçùœÉ’«»\u00a0\u202f–—…€", "#*_[]{}()<>&\"'\\/|`~$%^@!?;:=+-.,", "0123456789 \t",
    "\u0301\u0308\u0327\u20dd",
    "אבגדה ابجد هوز \u200f\u200e", "😀🎉👩\u200d👩\u200d👧❤\ufe0f1\ufe0f\u20e3🇫🇷", "日本語한국어ไทย हिन्दी",
    "\u00ad\u2011\u2028\u2029\u0085\r\n",
    "ﬁǄẞıİſK", "\U0001d400\U0001d7d8\U00020000", "=+-@cmd|'",
)  # fmt: skip
DOUBTFUL = "\0\a\b\v\f\x1b\x7f\x9b\u200b\u2060\ufeff\u202e\u2066\ufffe\ufdd0\uf0b7\U000e0041\U0010ffff\ufffd\ufffc"


def texts(dice: random.Random) -> Iterator[str]:
    """Give texts of any signs without end: most of one pool or two, some of any sign there is."""
    while True:
        pool = "".join(dice.sample(POOLS, 2)) + (dice.choice(DOUBTFUL) if dice.random() < 0.3 else "")
        if dice.random() < 0.2:
            ranges = (range(0x300), range(0xD800), range(0xE000, 0x110000))
            pool = "".join(chr(dice.choice(dice.choice(ranges))) for _ in range(12))
        yield "".join(dice.choice(pool) for _ in range(dice.choice((1, 3, 12, 30, 30, 200))))


def quoted(text: str) -> str:
    """Write a text as YAML, most signs as they are, the others by an escape."""
    return "".join(sign if sign.isprintable() and sign not in '"\\' else f"\\U{ord(sign):08X}" for sign in text)


def passed(text: str) -> str:
    """Give a text as the check lets it through; nothing when it refuses it, or nothing is left to see."""
    root, problems = read_source(f'a: "{quoted(text)}"\n'.encode(), "deck.yaml")
    if root is None or errors(problems):
        return ""
    value = root.pairs[0][1]  # type: ignore[union-attr]
    assert isinstance(value, Scalar)
    assert not fault(value.value)
    return value.value.strip()


def everywhere(folder: Path, seed: int, wanted: int) -> int:
    """Put texts on cards, places and a map; draw, print, export and speak them all. Give how many there were."""
    scaffold(folder / "jeu", "fr")
    sources = load_scenario(folder / "jeu" / "scenario", shelves.decks())
    found = (said for text in texts(random.Random(seed)) if (said := passed(text)))
    used = [next(found) for _ in range(wanted)]
    given = iter(used * 100)

    def words(limit: int = 200) -> Text:
        return Text(next(given)[:limit], next(given)[:limit])

    deck, scenario, town = sources.deck, sources.scenario, sources.town
    deck = replace(
        deck, title=words(), authors=(next(given),),
        issues=tuple(replace(one, label=words(30), title=words(), question=words()) for one in deck.issues),
        levers=tuple(replace(one, label=words(30), title=words(), text=words(), action=words()) for one in deck.levers),
        events=tuple(replace(one, label=words(30), title=words(), text=words(), effect=words()) for one in deck.events),
        families=tuple(replace(one, name=words(), short=words(12)) for one in deck.families),
    )  # fmt: skip
    scenario = replace(
        scenario, title=words(), town=words(60),
        places=tuple(replace(one, name=words(), short=words(12)) for one in scenario.places),
        intentions=tuple(replace(one, title=words()) for one in scenario.intentions),
        seats=tuple(replace(one, role=words(), short=words(12)) for one in scenario.seats),
    )  # fmt: skip
    layers = tuple(replace(one, name=next(given)[:80].replace("\n", " ")) for one in town.layers)
    sources = replace(sources, deck=deck, scenario=scenario, town=replace(town, layers=layers, digest=f"any-{seed}"))
    rehearse(sources.workshop("45"), (speaker("fr"), speaker("en")), FontMeasure())
    _played(folder, sources)
    _printed(sources)
    return len(set(used))


def _played(folder: Path, sources: object) -> None:
    desk = new_session(folder / "a.clap", sources, "45", date="2026-12-02")  # type: ignore[arg-type]
    for command in (
        EnterPhase("enjeux"),
        PlaceIssue("produits-de-saison", "repas", "cuisine"),
        EnterPhase("leviers"),
        PlaceLever("menus-de-saison", "produits-de-saison"),
    ):
        assert desk.do(command) is None
    session = desk.session
    _spoken(session)
    made = export_all(report(session, traces(desk.log())), "fr", folder / "out", lambda: picture(session, "fr"))
    assert len(made) > 6
    assert all(one.stat().st_size for one in made)
    desk.close()
    open_session(folder / "a.clap", read_only=True).close()


def _spoken(session: object) -> None:
    """Give every node to a screen reader, and every card to the painter."""
    access = Access(lambda _: None)
    try:
        import accesskit
    except ImportError:
        accesskit = None
    access._bridge.kit = accesskit
    view = Ui(screen="play", spotlight="produits-de-saison")
    tree = scene.build(session, view, scene.sight(speaker("fr"), FontMeasure(), (1920, 1080), view.percent))
    for node in tree.walk() if accesskit is not None else ():
        access._node(node)

    def look(size: tuple[int, int]) -> Sight:
        return scene.sight(speaker("fr"), FontMeasure(), size)

    sheets, _ = contact.pages(look, session.workshop.deck)  # type: ignore[attr-defined]
    assert all(png(sheet).startswith(b"\x89PNG") for sheet in sheets)
    assert png(tree).startswith(b"\x89PNG")


def _printed(sources: object) -> None:
    deck = sources.deck  # type: ignore[attr-defined]
    pile = Order(deck, chosen(deck, ("issues", "levers", "events")), speaker("fr"), speaker("en"), PROFILES[0], 0)
    assert printed(pile).pdf.startswith(b"%PDF")
