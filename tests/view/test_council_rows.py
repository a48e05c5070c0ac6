"""The rows of the vote and the loads under them: all in sight, adding up, in one look."""

from __future__ import annotations

import pytest

from game.core.load import counted, gauges
from game.core.moves.votes import LayToken
from game.core.picks import figures
from game.core.session import Session
from game.view.parts.loads import ICONS
from game.view.tree import theme
from game.view.tree.legibility import DISPLAYS, FLOOR, needed, reading
from game.view.tree.looks import Fill, Icon, Words
from game.view.tree.node import Node
from tests.view import ballots, council
from tests.view.afternoon import PICKS, played
from tests.view.checks import sound
from tests.view.council import SESSIONS, table
from tests.view.room import HD, MEASURE, Hands

KINDS = ("cost", "delay", "effort")
VOTE = (("council", "vote"),)


def node(room: Hands, key: str) -> Node:
    found = room.tree.find(key)
    assert found is not None, key
    return found


def session(room: Hands) -> Session:
    found = room.desk.session  # type: ignore[attr-defined]
    assert isinstance(found, Session)
    return found


def rows(room: Hands) -> list[Node]:
    """Give the picks' rows that stand whole in sight."""
    column = node(room, "picks").box
    found = (one for one in room.tree.walk() if one.key.startswith("pick:"))
    return [one for one in found if column.y <= one.box.y and one.box.bottom <= column.bottom]


def said(node: Node) -> str:
    return " ".join(" ".join(mark.lines) for mark in node.look if isinstance(mark, Words))


@pytest.mark.parametrize("moment", ["voting", "settled", "tied"])
@pytest.mark.parametrize(("percent", "side"), [(100, "vote"), (150, "loads")])
def test_the_loads_add_up_to_the_eye(moment: str, percent: int, side: str) -> None:
    room = table(SESSIONS[moment](), percent=percent, tabs=(("council", side),))
    now = session(room)
    for gauge in gauges(now):
        cards = sum(getattr(figures(now, pick), gauge.kind) for pick in counted(now))
        part = room.tree.find(f"load:{gauge.kind}:event")
        told = int(part.name.rsplit(maxsplit=1)[-1].replace("−", "-")) if part is not None else 0
        assert cards + told == gauge.used
    assert node(room, "load:cost:event").name == "dont événement\u00a0: +2"


def test_without_an_event_nothing_is_said_of_it() -> None:
    room = table(SESSIONS["laid"](), tabs=VOTE)
    assert not [one.key for one in room.tree.walk() if one.key.endswith(":event")]


def test_the_count_tells_the_tied_from_the_kept() -> None:
    room = table(SESSIONS["tied"]())
    assert node(room, "picks:count").name.replace("\u00a0", " ") == "4 gardés, 2 ex æquo"
    assert node(room, "load:effort").value == "15 / 12"


def test_the_dialog_that_renounces_tells_the_events_part() -> None:
    room = table(SESSIONS["over"](), dialog="renounce")
    assert "Coût +1 / 4 (dont événement\u00a0: +1)" in node(room, "renounce:loads").name


@pytest.mark.parametrize(("percent", "side"), [(100, "vote"), (150, "loads")])
def test_loads_bear_the_boards_icons_and_its_warning(percent: int, side: str) -> None:
    room = table(SESSIONS["over"](), percent=percent, tabs=(("council", side),))
    shown = {
        kind: [(mark.name, mark.colour) for mark in node(room, f"load:{kind}:row").look if isinstance(mark, Icon)]
        for kind in KINDS
    }
    kinds = {kind: [(ICONS[kind], theme.INK)] for kind in KINDS}
    assert shown == kinds | {"effort": [*kinds["effort"], ("triangle-alert", theme.WARN)]}
    assert node(room, "load:effort:name").name == "Effort"


def test_the_load_is_named_effort_where_it_is_too_much() -> None:
    for lang, start in (("fr", "Trop d'effort pour les équipes"), ("en", "Too much effort for the teams")):
        assert node(table(SESSIONS["over"](), lang=lang), "banner:over").name.startswith(start)


def tokens(room: Hands) -> set[str]:
    """Give the fills of the tokens on the rows."""
    marks = (mark for row in rows(room) for mark in row.look if isinstance(mark, Fill))
    return {mark.colour for mark in marks if mark.box.w == mark.box.h and mark.border == theme.INK}


def test_tokens_are_of_one_colour_once_the_ballot_is_closed() -> None:
    assert tokens(table(SESSIONS["ready"](), tabs=VOTE)) == {theme.ACCENT, theme.INK_3}
    for side in ("vote", "debate"):
        assert tokens(table(SESSIONS["settled"](), tabs=(("council", side),))) == {theme.INK_3}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_seats_are_all_named_in_full_or_all_in_short(lang: str) -> None:
    room = table(SESSIONS["laid"](), tabs=VOTE, lang=lang)
    seats = [sitting.seat for sitting in session(room).voters]
    shown = [said(node(room, f"tab:seat:{seat.id}")) for seat in seats]
    assert shown == [seat.short.say(lang) for seat in seats]
    assert any(seat.short.say(lang) != seat.role.say(lang) for seat in seats)


def test_ten_picks_stand_in_sight_and_eight_at_110() -> None:
    assert len(rows(table(SESSIONS["crowded"](), tabs=VOTE))) == 10
    assert len(rows(table(SESSIONS["voting"](), tabs=VOTE, percent=110))) == 8
    assert len(rows(table(SESSIONS["voting"](), tabs=VOTE, percent=125))) >= 7


def test_a_row_says_until_when_it_can_be_seized() -> None:
    for moment, shown in (("voting", "à saisir avant avril 2027"), ("settled", "avant avril 2027")):
        row = node(table(SESSIONS[moment](), tabs=VOTE), "pick:sobriete-energie")
        assert shown in said(row)
        assert "à saisir avant avril 2027" in row.name


@pytest.mark.parametrize("percent", [100, 110, 150, 200])
def test_as_many_tokens_as_can_be_lie_inside_their_row(percent: int) -> None:
    now, card = SESSIONS["laid"](), PICKS[0][0]
    for sitting in now.voters:
        now = played(now, *[LayToken(sitting.seat.id, card)] * now.limits.tokens_per_pick)
    assert now.ballot.count(card) == 21
    room = table(now, tabs=VOTE, percent=percent)
    sound(room.tree, room.measure, percent)
    row = node(room, f"pick:{card}")
    discs = [mark.box for mark in row.look if isinstance(mark, Fill) and mark.border == theme.INK]
    assert len(discs) >= 21
    assert all(row.box.y <= disc.y and disc.bottom <= row.box.bottom for disc in discs)


@pytest.mark.parametrize(("lang", "open_name", "closed"), [
    ("fr", "Clore le vote", "Voir les charges"), ("en", "Close the vote", "See the loads"),
])  # fmt: skip
def test_at_125_the_tab_that_closes_the_vote_says_so(lang: str, open_name: str, closed: str) -> None:
    room = table(SESSIONS["voting"](), percent=125, lang=lang, tabs=VOTE)
    assert node(room, "tab:council:loads").name == open_name
    room.tap("tab:council:loads")
    room.tap("vote:close")
    assert room.ui.dialog == "ballot"
    assert node(table(SESSIONS["settled"](), percent=125, lang=lang), "tab:council:loads").name == closed


FAR = reading(DISPLAYS[3], 5)
FEW = {
    "debate": (council.few, ()),
    "seats": (council.few, VOTE),
    "secret": (ballots.SESSIONS["few-hidden"], VOTE),
    "hands": (ballots.SESSIONS["few-hands"], VOTE),
}


@pytest.mark.parametrize("way", FEW)
@pytest.mark.parametrize(("size", "lang"), [(HD, "fr"), ((1366, 768), "en")])
def test_five_picks_fill_the_height_and_the_farthest_seat_reads_what_they_are(
    way: str, size: tuple[int, int], lang: str
) -> None:
    made, tabs = FEW[way]
    room = table(made(), size, lang=lang, percent=110, reading=FAR, tabs=tabs)
    sound(room.tree, MEASURE)
    listed = node(room, "picks")
    assert len(listed.kids) == 5
    assert sum(kid.box.h for kid in listed.kids) >= 0.85 * listed.box.h
    least = needed(DISPLAYS[3], 5, FLOOR) * size[1] / 1080
    for kid in listed.kids:
        marks = (mark for one in kid.walk() for mark in one.look if isinstance(mark, Words))
        assert max(len(" ".join(mark.lines)) for mark in marks if mark.px >= least) >= 3, kid.name


def test_no_votes_are_told_of_a_pick_before_somebody_votes() -> None:
    room = table(council.few(), tabs=VOTE)
    first = next(one for one in room.tree.walk() if one.key.startswith("pick:"))
    assert "0" not in [" ".join(mark.lines) for mark in first.look if isinstance(mark, Words) and mark.px > theme.BODY]
    card, lays = first.key.removeprefix("pick:"), session(room).voters[0].seat.id
    told = node(table(played(session(room), LayToken(lays, card)), tabs=VOTE), first.key)
    assert "1" in [" ".join(mark.lines) for mark in told.look if isinstance(mark, Words) and mark.px > theme.BODY]
    assert "jeton" not in first.name
    assert "jeton" in told.name
