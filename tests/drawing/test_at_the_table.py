"""Places drawn at the real table, by mouse, by finger, by the keyboard alone, and read aloud."""

import pytest

from game.authoring.drawing.desk import DrawingDesk
from game.core.drawing.outline import middle
from game.view.answer.input import PointerDown, PointerMove, PointerUp, Typed
from tests.drawing.artist import drawing
from tests.drawing.towns import contents, copied

pytestmark = pytest.mark.usefixtures("clap_home")


@pytest.fixture
def folder(tmp_path):
    return copied(tmp_path)


@pytest.fixture
def artist(folder):
    with drawing(folder) as found:
        yield found


def saved(folder):
    """Give the drawing as it lies on disk."""
    return DrawingDesk(folder).drawing


@pytest.mark.parametrize(("lang", "size", "percent"), [
    ("fr", (1920, 1080), 100), ("en", (1366, 768), 100), ("fr", (960, 668), 100), ("en", (1920, 1080), 150),
])  # fmt: skip
def test_each_sheet_is_sound(folder, lang, size, percent):
    with drawing(folder, lang, size, percent) as artist:
        artist.sound()
        artist.press("drawing:row:odyssud")
        artist.sound()
        artist.press("drawing:look:closer", artist.handles("corner")[0])
        artist.sound()
        artist.press("drawing:tool:add")
        artist.sound()


def test_a_place_is_drawn_corner_after_corner_then_named(artist, folder):
    artist.press("drawing:tool:add", "drawing:look:closer", "drawing:look:closer", "drawing:look:closer")
    x, y = artist.node("drawing:map").box.centre
    for dx, dy in ((0, 0), (120, 10), (110, 130), (-10, 120)):
        artist.tap(x + dx, y + dy)
    assert len(artist.drawn.sketch) == 4
    artist.keys("ctrl+z", "ctrl+y")
    assert len(artist.drawn.sketch) == 4
    artist.press("drawing:add")
    assert "nom" in artist.said
    artist.write("drawing:new:name", "Halle aux grains")
    artist.press("drawing:family:travaux", "drawing:family:sports", "drawing:add")
    place = artist.drawn.places[-1]
    assert (place.id, place.families, len(place.pieces[0][0])) == ("halle-aux-grains", ("travaux", "sports"), 4)
    assert artist.node("drawing:place:title").name == "Halle aux grains"
    assert artist.table.ui.told.text == "Lieu posé."
    assert saved(folder) == artist.drawn
    artist.press("drawing:tool:add")
    assert artist.node("drawing:new:name").value == ""


def test_corners_snap_to_those_of_other_places(artist):
    artist.press("drawing:row:odyssud", "drawing:close", "drawing:tool:add")
    ring = artist.drawn.place("odyssud").pieces[0][0]
    x, y = artist.node("drawing:map").does.taps.lens.pixel(ring[0])
    artist.tap(x + 3, y - 2)
    assert artist.drawn.sketch[0] in {corner for one in artist.drawn.places for corner in one.pieces[0][0]}


def test_a_place_is_moved_and_its_corners_by_the_mouse(artist, folder):
    artist.press("drawing:row:odyssud")
    before = artist.drawn.place("odyssud").pieces[0][0]
    place = artist.node("drawing:spot:odyssud")
    x, y = place.box.centre
    artist.drag((x, y + 30), (x + 50, y + 60))
    moved = artist.drawn.place("odyssud").pieces[0][0]
    assert moved[0][0] > before[0][0]
    assert moved[0][1] < before[0][1]
    x, y = artist.node(artist.handles("corner")[1]).box.centre
    artist.drag((x, y), (x + 15, y - 40))
    reshaped = artist.drawn.place("odyssud").pieces[0][0]
    assert [a == b for a, b in zip(moved, reshaped, strict=True)].count(False) == 1
    x, y = artist.node(artist.handles("between")[0]).box.centre
    artist.drag((x, y), (x + 20, y - 25))
    assert len(artist.drawn.place("odyssud").pieces[0][0]) == len(before) + 1
    artist.keys("ctrl+z", "ctrl+z", "ctrl+z")
    assert artist.drawn.place("odyssud").pieces[0][0] == before
    assert saved(folder) == artist.drawn


def test_what_follows_a_hand_is_shown_before_it_is_let_go(artist):
    artist.press("drawing:row:odyssud")
    x, y = artist.node(artist.handles("corner")[1]).box.centre
    drawn = artist.drawn
    artist.table.step((PointerDown("mouse", x, y), PointerMove("mouse", x + 40, y + 5)))
    assert artist.table.tree.find("hands").kids[0].key == "pulled:mouse"
    assert artist.drawn is drawn
    artist.keys("escape")
    artist.table.step((PointerUp("mouse", x + 40, y + 5),))
    assert artist.drawn is drawn


def test_by_fingers_alone(artist):
    artist.touch("drawing:look:closer")
    artist.touch("drawing:spot:parc-ramiers")
    assert artist.node("drawing:place:title").name == "Parc des Ramiers et bords de Garonne"
    before = len(artist.drawn.place("parc-ramiers").pieces[0][0])
    artist.touch(artist.handles("corner")[0])
    artist.touch("drawing:remove-corner")
    assert len(artist.drawn.place("parc-ramiers").pieces[0][0]) == before - 1
    artist.touch("drawing:tool:add")
    x, y = artist.node("drawing:map").box.centre
    artist.tap(x, y, "finger 2")
    assert len(artist.drawn.sketch) == 1
    artist.touch("drawing:drop")
    assert artist.drawn.sketch == ()


def test_the_keyboard_alone_names_places_and_deletes(artist, folder):
    artist.walk("drawing:find")
    artist.keys("enter")
    artist.table.step((Typed("patin"),))
    artist.walk("drawing:row:patinoire")
    artist.keys("enter")
    artist.walk("drawing:short:patinoire:fr")
    artist.keys("enter", "ctrl+a")
    artist.table.step((Typed("Glace"),))
    artist.keys("enter")
    assert artist.drawn.place("patinoire").short.fr == "Glace"
    artist.walk("drawing:close")
    artist.keys("enter")
    artist.walk("drawing:tool:add")
    artist.keys("enter")
    for key, text in (
        ("drawing:new:name", "Moulin"),
        ("drawing:at:new:lat", "43,6372"),
        ("drawing:at:new:lon", "1.39"),
    ):
        artist.walk(key)
        artist.keys("enter")
        artist.table.step((Typed(text),))
        artist.keys("enter")
    artist.walk("drawing:family:urbain")
    artist.keys("space")
    artist.walk("drawing:go:new")
    artist.keys("enter")
    assert middle(artist.drawn.place("moulin").pieces) == (1.39, 43.6372)
    artist.walk("drawing:remove")
    artist.keys("enter")
    assert "moulin" not in [one.id for one in artist.drawn.places]
    assert saved(folder) == artist.drawn


def test_what_is_refused_is_said_and_stays_in_its_field(artist):
    place = artist.drawn.bought[0][0]
    artist.press(f"drawing:row:{place}")
    artist.write(f"drawing:name:{place}:fr", "Patinoire Jacques-Raynaud")
    artist.write(f"drawing:name:{place}:fr", artist.drawn.places[-3].name.fr)
    assert artist.said == f"Un autre lieu s'appelle déjà «\u202f{artist.drawn.places[-3].name.fr}\u202f»."
    assert artist.node(f"drawing:name:{place}:fr").value == artist.drawn.places[-3].name.fr
    artist.press("drawing:remove")
    assert "achats" in artist.said
    for lat, lon, said in (("1,39", "43,63", "inversées"), ("43,63", "1,39", "")):
        for key, text in (("lat", lat), ("lon", lon)):
            artist.walk(f"drawing:at:{place}:{key}")
            artist.write(f"drawing:at:{place}:{key}", text)
        artist.walk(f"drawing:go:{place}")
        artist.press(f"drawing:go:{place}")
        assert said in artist.said
    assert artist.node(f"drawing:at:{place}:lat").value == "43.630000"


def test_left_properly_home_is_there_and_only_the_two_files(artist, folder):
    before = contents(DrawingDesk(folder))
    names = {file.name for file in folder.iterdir()} - {"drawing.journal"}
    artist.press("drawing:row:odyssud", "drawing:sure")
    artist.press("drawing:done")
    assert artist.table.tree.find("home") is not None
    assert artist.table.ui.drawing is None
    assert {file.name for file in folder.iterdir()} == names
    assert (folder / "scenario.yaml").read_bytes() == before[0]
    assert b'"sure":false' in (folder / "town.geojson").read_bytes()


def test_a_scenario_of_ours_is_not_drawn_on(folder):
    with drawing("blagnac") as artist:
        assert artist.table.ui.drawing is None
        assert "copiez" in artist.said
