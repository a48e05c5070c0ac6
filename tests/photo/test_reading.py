"""What codes in a photograph mean: which card, in whose cell, under which issue; what is unsure is said."""

from __future__ import annotations

from math import cos, pi, sin

import pytest

from game.content.shelf import load_scenario
from game.photo.eye import Code, Seen
from game.photo.plane import Plane, fitted
from game.photo.reading import MIDDLE, Known, read
from game.places import shelves
from game.printing import families, poster, shared
from game.printing.codes import SIDE, card_number, number
from game.printing.sheets import CARD
from game.words.catalogue import speaker

ASLANT = Plane((3.1, 0.4, 200.0, -0.3, 2.8, 300.0, 0.0002, 0.0004, 1.0))
"""From the millimetres of a board to a photograph's pixels."""


@pytest.fixture(scope="module")
def blagnac():
    return load_scenario(shelves.scenario("blagnac").parent, shelves.decks())


@pytest.fixture(scope="module")
def known(blagnac):
    return Known(blagnac.deck, blagnac.scenario, (shared.sheet(blagnac.scenario),))


def square(x, y, turn=0.0, side=SIDE):
    half = side / 2
    return [(x + cos(turn) * a - sin(turn) * b, y + sin(turn) * a + cos(turn) * b)
            for a, b in ((-half, -half), (half, -half), (half, half), (-half, half))]  # fmt: skip


def code(text, corners, view=ASLANT):
    return Code(text, tuple(view(corner) for corner in corners))


def card(known, name, x, y, turn=0.0, large=1.0, view=ASLANT):
    """Give the code of a card whose middle is at a point of the board."""
    a, b = ((middle - side / 2) * large for middle, side in zip(MIDDLE, CARD, strict=True))
    at = x + cos(turn) * a - sin(turn) * b, y + sin(turn) * a + cos(turn) * b
    return code(card_number(known.deck, name), square(*at, turn, SIDE * large), view)


def marks(sheet, view=ASLANT, count=3):
    return [code(mark.number, square(mark.x, mark.y), view) for mark in sheet.marks[:count]]


def photo(*codes):
    return Seen((4000, 3000), codes, b"")


def middle(known, family):
    x0, y0, x1, y1 = next(one.box for one in known.sheets[0].regions if one.family == family)
    return (x0 + x1) / 2, (y0 + y1) / 2


def test_a_view_is_found_from_points_and_goes_back():
    here = [(0.0, 0.0), (100.0, 0.0), (100.0, 80.0), (0.0, 80.0), (40.0, 30.0)]
    found = fitted(here, [ASLANT(point) for point in here])
    assert found((70.0, 20.0)) == pytest.approx(ASLANT((70.0, 20.0)))
    assert found.back()(ASLANT((70.0, 20.0))) == pytest.approx((70.0, 20.0))


@pytest.mark.parametrize("points", [[], [(1.0, 1.0)] * 4, [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]])
def test_points_that_tell_nothing_give_no_view(points):
    assert fitted(points, points) is None


@pytest.mark.parametrize("turn", [0.0, 1.0, pi, 5.0])
@pytest.mark.parametrize("large", [1.0, 94 / 63])
def test_a_card_turned_any_way_and_of_any_size_lies_where_its_middle_is(known, turn, large):
    for family in ("travaux", "sports"):
        x, y = middle(known, family)
        (one,) = read([photo(*marks(known.sheets[0]), card(known, "climat-carbone", x, y, turn, large))], known).issues
        assert (one.card, one.family, one.doubt) == ("climat-carbone", family, "")
        assert one.at == pytest.approx((x, y), abs=0.01)


def test_a_lever_goes_to_the_nearest_issue_of_its_cell_even_if_another_photograph_shows_it(known):
    x, y = middle(known, "travaux")
    sheet = known.sheets[0]
    issues = (card(known, "climat-carbone", x - 50, y), card(known, "insertion-emploi", x + 50, y))
    lever = card(known, "clause-insertion", x + 20, y + 30)
    together = read([photo(*marks(sheet), *issues, lever)], known)
    apart = read([photo(*marks(sheet), *issues), photo(*marks(sheet), lever)], known)
    for reading in (together, apart):
        assert [(one.card, one.issue, one.family) for one in reading.levers] == [
            ("clause-insertion", "insertion-emploi", "travaux")
        ]


def test_a_lever_as_near_two_issues_is_asked_about_unless_it_answers_one_alone(known):
    x, y = middle(known, "travaux")
    issues = (card(known, "climat-carbone", x - 50, y), card(known, "insertion-emploi", x + 50, y))
    seen = [*marks(known.sheets[0]), *issues, card(known, "clause-insertion", x, y), card(known, "debrief", x + 1, y)]
    levers = {one.card: one for one in read([photo(*seen)], known).levers}
    assert levers["clause-insertion"].issue == "insertion-emploi"
    assert (levers["debrief"].issue, levers["debrief"].doubt) == ("", "which_issue")


def test_a_lever_alone_in_its_family_waits_for_an_issue_whatever_lies_in_the_others(known):
    seen = [card(known, "climat-carbone", *middle(known, "travaux")), card(known, "debrief", *middle(known, "urbain"))]
    (lever,) = read([photo(*marks(known.sheets[0]), *seen)], known).levers
    assert (lever.family, lever.issue, lever.doubt) == ("urbain", "", "no_issue")


def test_an_issue_that_two_photographs_show_in_two_cells_is_in_doubt(known):
    sheet = known.sheets[0]
    photos = [photo(*marks(sheet), card(known, "climat-carbone", *middle(known, one))) for one in ("travaux", "sports")]
    assert [one.doubt for one in read(photos, known).issues] == ["twice"]
    assert [one.doubt for one in read(photos[:1] * 2, known).issues] == [""]


def test_without_two_marks_of_a_sheet_the_photograph_is_lost_and_the_card_is_asked_for(known):
    for seen in (marks(known.sheets[0], count=1), []):
        reading = read([photo(*seen, card(known, "climat-carbone", 200, 200))], known)
        assert [(one.doubt, one.family) for one in reading.issues] == [("where", "")]
        assert reading.lost == (0,)
        assert reading.sure == ()


def test_codes_of_elsewhere_are_counted_and_never_taken_for_a_card(known):
    other = [code(number("card", "another", "climat-carbone"), square(200, 200)), code("0000000000", square(300, 200))]
    reading = read([photo(*marks(known.sheets[0]), *other)], known)
    assert (reading.others, reading.issues, reading.levers) == (2, (), ())


def test_a_code_seen_but_not_read_is_told_unless_it_is_on_a_card_that_was_or_no_code_at_all(known):
    sheet = known.sheets[0]
    far, small = code("", square(400, 300)), code("", square(450, 200, side=4))
    within = code("", square(203, 203))
    seen = [*marks(sheet), card(known, "climat-carbone", 200, 200), far, small, within]
    assert read([photo(*seen)], known).unread == ((0, far),)


def test_events_and_blank_cards_are_told_and_not_written(known):
    blank = code(number("blank", "lever", "3"), square(*middle(known, "sports")))
    event = card(known, known.deck.events[0].id, *middle(known, "travaux"))
    reading = read([photo(*marks(known.sheets[0]), blank, event)], known)
    assert [one.card for one in reading.events] == [known.deck.events[0].id]
    assert [(one.card, one.family) for one in reading.blanks] == [("lever 3", "sports")]
    assert reading.sure == ()


def test_each_family_s_own_board_takes_a_lever_to_the_issue_over_it(known, blagnac):
    sheet = families.sheets(blagnac.scenario, blagnac.scenario.agendas[0].limits)[0]
    ours = Known(known.deck, known.scenario, (*known.sheets, sheet))
    first, second = ((one.box[0] + 31.5) for one in sheet.regions)
    seen = [card(ours, "climat-carbone", first, 81), card(ours, "insertion-emploi", second, 81),
            card(ours, "clause-insertion", first, 182), card(ours, "debrief", second, 212)]  # fmt: skip
    reading = read([photo(*marks(sheet), *seen)], ours)
    assert {one.card: (one.issue, one.family) for one in reading.levers} == {
        "clause-insertion": ("climat-carbone", "travaux"), "debrief": ("insertion-emploi", "travaux"),
    }  # fmt: skip


def test_a_card_by_a_name_of_the_plan_is_at_that_place_in_the_family_that_alone_buys_there(known, blagnac):
    sheet = poster.sheet(poster.Town(blagnac.deck, blagnac.scenario, blagnac.town), speaker("fr"))
    ours = Known(known.deck, known.scenario, (sheet,))
    boxes = {one.place: one.box for one in sheet.regions}

    def at(place):
        x0, y0, x1, y1 = boxes[place]
        seen = card(ours, "alimentation-durable", (x0 + x1) / 2, (y0 + y1) / 2)
        (one,) = read([photo(*marks(sheet), seen)], ours).issues
        return one.family, one.place, one.doubt

    assert at("creche-cassiopee") == ("enfance", "creche-cassiopee", "")
    assert at("rmr-cuisine") == ("", "rmr-cuisine", "which_family")
