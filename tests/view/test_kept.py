"""What is kept from one tree to the next is what a tree built afresh would show: no figure is ever stale."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from inspect import isfunction
from random import Random

import pytest

from game.core.moves import refusal
from game.core.moves.arbitration import ArbitrateTension, AssumeLoad, DrawEvent
from game.core.moves.flow import EnterPhase
from game.core.moves.induction import AnswerQuestion, ChooseFamily, LayFrame, LiftFrame, MendSentence, TalkOver
from game.core.moves.issues import LiftIssue, MoveIssue, PlaceIssue, Renounce
from game.core.moves.levers import LiftLever, PlaceLever
from game.core.moves.measures import GuessMeasure
from game.core.moves.objectives import AdoptObjective, AmendObjective, DropLever, SendBackObjective
from game.core.moves.seats import SeatMember, SetVoting, UnseatMember
from game.core.moves.votes import CloseBallot, LayToken, SettleTie, TakeToken
from game.core.session import Session
from game.core.sheets import objectives
from game.core.tensions import pulls
from game.core.text import same
from game.view import scene
from game.view.answer.intents import Camera
from game.view.answer.ui import Editing, Ui, with_pair
from game.view.dialogs import ANYWHERE, DIALOGS
from game.view.tree.node import Node
from game.view.tree.sight import Memo
from game.words.catalogue import speaker
from tests.view import afternoon, inductions, reviews
from tests.view.afternoon import played
from tests.view.council import SESSIONS, filling, table
from tests.view.rooms import MEASURE, view

SEEDS = 200 if os.environ.get("CLAP_TORTURE") else 10
STEPS = 40 if os.environ.get("CLAP_TORTURE") else 14
STARTS: dict[str, Callable[[], Session]] = {
    **SESSIONS,
    "scouting": afternoon.opened,
    "full": afternoon.full,
    "measured": reviews.measured,
    "induction": inductions.trapped,
}
LOADS = ("cost", "delay", "effort")


def loads(tree: Node) -> list[str]:
    return [node.value for kind in LOADS if (node := tree.find(f"load:{kind}")) is not None]


def test_the_loads_are_true_after_an_objective_is_given_up_in_issues() -> None:
    room = table(SESSIONS["settled"]())
    room.tap("step:enjeux")
    before = loads(room.tree)
    card = room.desk.session.ballot.ranked[0]
    room.tap(f"issue:{card}")
    room.tap("spotlight:renounce")
    room.tap("reason:budget")
    room.tap("renounce:do")
    assert not room.desk.refused
    assert loads(room.tree) != before
    assert loads(room.tree) == loads(fresh(room.desk.session, room.ui))


def test_the_figures_of_a_cell_are_true_after_its_objective_lost_a_lever() -> None:
    room, figures = table(SESSIONS["sheets"]()), "figures:alimentation-durable"
    room.tap("step:leviers")
    before = room.tree.find(figures)
    room.tap("step:objectifs")
    view(room, tabs=(("objective", "alimentation-durable"), ("sheet", "context")), scrolls=(("page:context", 300),))
    room.tap(next(node.key for node in room.tree.walk() if node.key.startswith("drop:")))
    room.tap("step:leviers")
    after = room.tree.find(figures)
    assert before is not None
    assert after is not None
    assert after.name != before.name
    assert after == fresh(room.desk.session, room.ui).find(figures)


def fresh(session: Session, ui: Ui) -> Node:
    """Build a tree with nothing kept, each part given the whole view: what a part leaves out would show."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Ui, "only", lambda self, **_: self)
        return scene.build(session, ui, scene.sight(speaker(ui.lang), MEASURE, (1920, 1080), ui.percent, Memo()))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_kept_tree_is_the_tree_built_afresh(seed: int) -> None:
    dice = Random(seed)
    start = dice.choice(list(STARTS))
    session, past, memo = STARTS[start](), [], Memo()
    ui = Ui(screen="play", percent=dice.choice((100, 100, 140, 200)))
    log: list[object] = [start, ui.percent]
    for _ in range(STEPS):
        if dice.random() < 0.6:
            session, done = gesture(session, past, dice)
        else:
            ui, done = looked(ui, session, dice)
        if dice.random() < 0.05:
            session, done = renewed(session, dice), "renewed"
        log.append(done)
        kept = scene.build(session, ui, scene.sight(speaker(ui.lang), MEASURE, (1920, 1080), ui.percent, memo))
        assert not memo.odd, log
        true = fresh(session, ui)
        assert kept == true, (log, differing(kept, true))


def differing(kept: Node, true: Node) -> list[str]:
    """Name the nodes that differ by themselves, for who reads the failure."""
    before = {node.key: replace(node, kids=()) for node in kept.walk()}
    return [node.key for node in true.walk() if before.get(node.key) != replace(node, kids=())][:8]


def gesture(session: Session, past: list[Session], dice: Random) -> tuple[Session, object]:
    """Do a gesture the rules allow, or undo the last one."""
    if past and dice.random() < 0.2:
        return past.pop(), "undone"
    found = commands(session, dice)
    dice.shuffle(found)
    for command in found:
        if refusal(session, command) is None:  # type: ignore[arg-type]
            past.append(session)
            return played(session, command), command
    return session, None


def commands(session: Session, dice: Random) -> list[object]:
    families, issues = [family.id for family in session.workshop.families], session.issues
    places = [place.id for place in session.workshop.scenario.places]
    found: list[object] = [EnterPhase(phase.id) for phase in session.workshop.agenda.phases] * 2
    for issue in issues:
        found += [Renounce(issue.card, "parce que"), LiftIssue(issue.card)]
        found += [MoveIssue(issue.card, dice.choice(families), dice.choice(places))]
        found += [LiftLever(lever, issue.card) for lever in issue.levers]
    hand = list(session.hand_issues)
    found += [
        PlaceIssue(card.id, dice.choice(families), dice.choice(places)) for card in dice.sample(hand, min(3, len(hand)))
    ]
    levers = list(session.hand_levers) if issues else []
    found += [PlaceLever(card.id, dice.choice(issues).card) for card in dice.sample(levers, min(3, len(levers)))]
    found += [ArbitrateTension(pull.tension.pair, "d'accord") for pull in pulls(session)][:2]
    found += [DrawEvent(card.id) for card in session.workshop.deck.events][:2]
    found += [AssumeLoad("on assume"), CloseBallot(), *(SettleTie((card,)) for card in session.ballot.tied)]
    for sitting in session.voters[:3]:
        found += [LayToken(sitting.seat.id, issue.card) for issue in issues[:3]]
        found += [TakeToken(sitting.seat.id, issue.card) for issue in issues[:2]]
    for sitting in session.seats[:2]:
        seat = sitting.seat.id
        found += [UnseatMember(seat), SeatMember(seat), SetVoting(seat, dice.random() < 0.5)]
    return found + of_objectives(session, dice) + of_induction(session, dice)


def of_induction(session: Session, dice: Random) -> list[object]:
    frames, spots = inductions.ORDER, range(9)
    found: list[object] = [LayFrame(dice.choice(frames), dice.choice(spots)) for _ in range(2)]
    found += [LiftFrame(dice.choice(frames)), AnswerQuestion(dice.choice(inductions.ASKED), dice.random() < 0.5)]
    found += [ChooseFamily("sports"), MendSentence("ouvert à toutes"), TalkOver(dice.choice(("les deux", "oui")))]
    return found + [GuessMeasure(one.code, str(dice.randint(1, 9))) for one in session.carried]


def of_objectives(session: Session, dice: Random) -> list[object]:
    found: list[object] = []
    for sheet in objectives(session):
        amended = AmendObjective(sheet.issue, "target", str(dice.randint(1, 90)), "motif", "enfance")
        found += [AdoptObjective(sheet.issue), SendBackObjective(sheet.issue), amended, *filling(session, sheet.issue)]
        found += [DropLever(sheet.issue, lever, "motif", "enfance") for lever in sheet.levers]
    return found


def looked(ui: Ui, session: Session, dice: Random) -> tuple[Ui, object]:
    """Look at something else: a tab, a list scrolled, a text typed, a layer, another language or size."""
    tabs = (
        ("council", "vote"), ("council", "debate"), ("council", "loads"), ("sheet", "main"), ("sheet", "context"),
        ("sheet", "follow"), ("credits", "out"), ("credits", "roll"), ("scouting", "map"), ("scouting", "share"),
        ("scouting", "list"), ("view", "plan"), ("view", "table"), ("family", session.workshop.families[0].id),
        ("seat", session.voters[0].seat.id if session.voters else ""), ("axis", session.workshop.deck.axes[0].id),
        ("stage", session.workshop.deck.stages[0].id), ("review:page", "sheet"),
        ("family:step", "sentence"), ("standing:at", "2"), ("strip:asked", inductions.ASKED[1]),
    )  # fmt: skip
    lists = ("ledger", "hand:axis", "hand:stage", "picks", "seats", "debate", "page:list", "page:main", "page:context",
             "roll", "out", "intentions", "guess:list", "single:row", "review:list", "review:sheet",
             "strip:list", "standing:list", "family:list")  # fmt: skip
    sheet = next((one.issue for one in objectives(session)), "")
    fields = ("hand:search", "family:mend", "tension:say", f"objective:{sheet}:target", f"objective:{sheet}:title")
    layers = (*ANYWHERE, *DIALOGS)
    strip, chosen = dice.choice(tabs)
    key, said = dice.choice(fields), dice.choice(("", "eau", "25", "été"))
    return dice.choice((
        (replace(ui, tabs=with_pair(ui.tabs, strip, chosen)), (strip, chosen)),
        (replace(ui, scrolls=with_pair(ui.scrolls, dice.choice(lists), dice.randrange(300))), "scrolled"),
        (replace(ui, editing=Editing(key, said, len(said), 0)), ("typed", key, said)),
        (replace(ui, texts=with_pair(ui.texts, key, said), editing=None), ("left", key, said)),
        (replace(ui, slides=with_pair(ui.slides, f"guess:{session.seats[0].seat.id}", 40)), "slid"),
        (replace(ui, camera=dice.choice((Camera(), Camera(0.4, 0.6, 2.0)))), "moved"),
        (replace(ui, menu=not ui.menu), "menu"),
        (replace(ui, dialog=dice.choice(("", *layers)), about=sheet), "dialog"),
        (replace(ui, spotlight=dice.choice(("", *(card.id for card in session.workshop.deck.levers)))), "spotlight"),
        (replace(ui, lang=dice.choice(("fr", "en")), percent=dice.choice((100, 140, 200))), "other words"),
        (replace(ui, notices=dice.choice(((), (("disk", "3"),), (("no_undo", ""),)))), "noticed"),
        (replace(ui, now=ui.now + 1, screen=dice.choice(("play", "play", "seats"))), "a second"),
    ))  # fmt: skip


def renewed(session: Session, dice: Random) -> Session:
    """Change a card's label while the deck is played, as its author would."""
    deck = session.workshop.deck
    card = dice.choice(deck.levers)
    levers = tuple(replace(one, label=same("Autre nom")) if one is card else one for one in deck.levers)
    return replace(session, workshop=replace(session.workshop, deck=replace(deck, levers=levers)))


def test_every_part_is_built_by_a_plain_function(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closure or a bound method would bring in what the part is not given."""
    built, kept = [], Memo.keep

    def watched(memo: Memo, slot: str, given: tuple[object, ...], build: Callable[[], Node]) -> Node:
        built.extend(one for one in given if callable(one) and not isinstance(one, type))
        return kept(memo, slot, given, build)

    monkeypatch.setattr(Memo, "keep", watched)
    for start in STARTS.values():
        fresh(start(), Ui(screen="play"))
    assert built
    assert all(isfunction(one) and one.__closure__ is None for one in built)
