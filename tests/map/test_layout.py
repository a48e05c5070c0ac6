"""Names, tabs and pins: in their place, apart, in every language, and never in the way of the first frame."""

from __future__ import annotations

import json
import math
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, groupby
from pathlib import Path

import pytest

from game.content.layout import KEPT, NAME, STEPS, furnished, keep, laid_out, lay_out, plots_key
from game.core.scenario import Place
from game.core.text import same
from game.core.town import PIN, Extent, Plot, Town, Zone, camera, inside, plot, to_screen
from game.type.measure import FontMeasure
from tests.map import blagnac
from tests.map.pointing import to_town

ROOM = 0.2
"""Metres of rounding."""


@pytest.fixture(scope="module")
def town() -> Town:
    found = furnished(blagnac.town(), blagnac.scenario())
    assert found.plots, "the kept plots are stale: run python -m tests.map.ship"
    return found


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    return tmp_path


def elsewhere() -> tuple[Town, tuple[Place, ...]]:
    """Give a town that is nobody's: two squares and an L."""
    shapes = {
        "a": ((0, 0), (900, 0), (900, 900), (0, 900)),
        "b": ((950, 0), (1900, 0), (1900, 800), (950, 800)),
        "l": ((0, 1000), (400, 1000), (400, 1700), (1900, 1700), (1900, 2000), (0, 2000)),
    }
    zones = tuple(
        Zone(key, key, (tuple((float(x), float(y)) for x, y in ring),), (0.0, 0.0)) for key, ring in shapes.items()
    )
    places = tuple(Place(key, same(f"Place {key}"), same(f"Place {key}"), ("x", "y")) for key in shapes)
    return Town("T", (0.0, 0.0, 1900.0, 2000.0), (), zones, "elsewhere"), places


@pytest.fixture(scope="module")
def known() -> tuple[Plot, ...]:
    return lay_out(*elsewhere())


@pytest.fixture
def quick(known: tuple[Plot, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """A layout takes seconds: it is worked out once for the tests that ask where it is kept."""
    monkeypatch.setattr("game.content.layout.lay_out", lambda *_: known)


def steps(plots: tuple[Plot, ...]) -> Iterator[list[Plot]]:
    for _, same_step in groupby(plots, key=lambda one: one.step):
        yield list(same_step)


def apart(one: Extent, other: Extent) -> bool:
    return (
        one[2] <= other[0] + ROOM or other[2] <= one[0] + ROOM or one[3] <= other[1] + ROOM or other[3] <= one[1] + ROOM
    )


def square(point: tuple[float, float], width: float) -> Extent:
    x, y = point
    return (x - width / 2, y - width / 2, x + width / 2, y + width / 2)


def sound(town: Town, crowded: float = math.inf) -> None:
    """Check every plot: pins in their place and apart, plates apart (below a `crowded` step) and off the pins."""
    for plots in steps(town.plots):
        for one, other in combinations(plots, 2):
            assert one.step > crowded or apart(one.plate, other.plate), (one.step, one.place_id, other.place_id)
        for found in plots:
            pins_sound(town, found)


def pins_sound(town: Town, found: Plot) -> None:
    zone = town.zone(found.place_id)
    assert zone is not None
    for width, spots in found.pins:
        boxes = [square(spot, width) for spot in spots]
        assert all(apart(a, b) for a, b in combinations(boxes, 2)), found
        assert all(apart(box, found.plate) for box in boxes), found
        assert all(disc_in(zone, spot, width / 2) for spot in spots), found


def disc_in(zone: Zone, centre: tuple[float, float], radius: float) -> bool:
    around = [2 * math.pi * i / 24 for i in range(24)]
    rim = [(centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)) for turn in around]
    return all(inside(zone.rings[0], x, y) for x, y in rim)


def test_blagnac_at_every_step(town: Town) -> None:
    at_1080p = PIN * camera(town, 960, 665)[2]
    sound(town, crowded=at_1080p * 1.2)
    assert len(town.plots) == len(STEPS) * 20


def test_names_fit_their_plate_in_both_languages(town: Town) -> None:
    measure = FontMeasure()
    for found in town.plots:
        place = blagnac.scenario().place(found.place_id)
        assert place is not None
        width = (found.plate[2] - found.plate[0]) / (found.step / PIN)
        for lang in ("fr", "en"):
            lines = measure.wrap(place.short.say(lang), NAME, bold=True, width=width)
            assert len(lines) <= found.lines, (place.id, lang, lines)
            assert all(measure.width(line, NAME, bold=True) <= width for line in lines)


def test_plates_stay_off_other_places_where_the_whole_town_is_shown(town: Town) -> None:
    shapely = pytest.importorskip("shapely")
    scale = camera(town, 960, 665)[2]
    shapes = {zone.place_id: shapely.Polygon(zone.rings[0]) for zone in town.zones}
    for name, shape in shapes.items():
        found = plot(town, name, scale)
        assert found is not None
        plate = shapely.box(*found.plate)
        assert plate.intersection(shape).area > plate.area * 0.9, name
        assert not any(plate.intersects(other) for key, other in shapes.items() if key != name), name


def test_each_place_holds_two_pins_of_full_size_at_1080p(town: Town) -> None:
    scale = camera(town, 960, 665)[2]
    for place in blagnac.scenario().places:
        found = plot(town, place.id, scale)
        assert found is not None
        if place.decor:
            assert not found.pins
            continue
        width, spots = found.room(2)
        assert len(spots) >= 2
        assert width / scale >= PIN - 0.5, place.id
        assert len(found.room(3)[1]) >= 3, place.id


def test_the_same_plots_serve_four_times_the_pixels(town: Town) -> None:
    near, far = camera(town, 960, 665)[2], camera(town, 1920, 1330)[2]
    for zone in town.zones:
        assert plot(town, zone.place_id, near, 44) == plot(town, zone.place_id, far, 88)


def test_more_cards_make_smaller_pins_then_a_counter(town: Town) -> None:
    found = plot(town, "ccas", camera(town, 960, 665)[2])
    assert found is not None
    assert found.room(3)[0] < found.room(2)[0]
    assert len(found.room(40)[1]) == max(len(spots) for _, spots in found.pins)


def test_zooming_makes_room(town: Town) -> None:
    whole = plot(town, "ccas", camera(town, 960, 665)[2])
    closer = plot(town, "ccas", camera(town, 960, 665, zoom=2)[2])
    assert whole is not None
    assert closer is not None
    assert len(closer.pins[0][1]) >= 6 > len(whole.pins[0][1])


def test_a_map_without_plots_is_played_at_once() -> None:
    town, _ = elsewhere()
    found = plot(town, "a", 5.0)
    assert found is not None
    assert len(found.pins[0][1]) >= 4
    for width, spots in found.pins:
        assert all(apart(square(a, width), square(b, width)) for a, b in combinations(spots, 2))
        assert all(apart(square(spot, width), found.plate) for spot in spots)
    assert plot(town, "nowhere", 5.0) is None


def test_the_camera_and_its_inverse() -> None:
    town, _ = elsewhere()
    seen = camera(town, 800, 600, x=0.25, y=0.75, zoom=2)
    assert to_screen(seen, (1900 * 0.25, 2000 * 0.75)) == pytest.approx((400, 300))
    assert to_town(seen, *to_screen(seen, (12.0, 34.0))) == pytest.approx((12.0, 34.0))
    assert camera(town, 800, 600)[2] == pytest.approx(2000 / 600)


@pytest.mark.usefixtures("quick")
def test_plots_are_kept_and_found_again(home: Path) -> None:
    town, places = elsewhere()
    scenario = replace(blagnac.scenario(), id="elsewhere", places=places)
    assert furnished(town, scenario).plots == ()
    made = laid_out(town, scenario)
    sound(made)
    assert furnished(town, scenario) == made
    other = tuple(replace(place, short=same("Un nom plus long")) for place in places)
    assert furnished(town, replace(scenario, places=other)).plots == ()
    assert furnished(replace(town, digest="other"), scenario).plots == ()


SPOILS: tuple[Callable[[str], str], ...] = (
    lambda text: text[:-40],
    lambda text: "[" * 100_000,
    lambda text: text.replace("[0.", "[NaN,0.", 1) if "[0." in text else "{}",
    lambda text: json.dumps({"key": json.loads(text)["key"], "plots": [["a", 1]]}),
    lambda text: json.dumps({"key": json.loads(text)["key"], "plots": [["a", 1, [0, 0, 1e999, 1], 1, []]]}),
    lambda text: "[]",
    lambda text: "\x00",
)


@pytest.mark.usefixtures("quick")
def test_a_spoilt_file_counts_as_none(home: Path) -> None:
    town, places = elsewhere()
    scenario = replace(blagnac.scenario(), id="elsewhere", places=places)
    laid_out(town, scenario)
    file = home / "cache" / "plots" / f"{plots_key(town, places)}.json"
    sound_text = file.read_text(encoding="utf-8")
    for spoil in SPOILS:
        file.write_text(spoil(sound_text), encoding="utf-8")
        assert furnished(town, scenario).plots == ()
    assert laid_out(town, scenario).plots
    assert furnished(town, scenario).plots


@pytest.mark.usefixtures("quick")
def test_a_cache_that_cannot_be_used_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "file"))
    town, places = elsewhere()
    scenario = replace(blagnac.scenario(), id="elsewhere", places=places)
    assert furnished(town, scenario).plots == ()
    assert laid_out(town, scenario).plots


def test_a_failed_write_leaves_no_crumb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town, places = elsewhere()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        keep(tmp_path / KEPT, town, places)
    assert not list(tmp_path.iterdir())


def test_nothing_heavy_is_read_on_the_way_to_the_first_frame() -> None:
    code = (
        "import sys; from tests.map.blagnac import town, scenario; from game.content.layout import furnished;"
        "assert furnished(town(), scenario()).plots;"
        "print([name for name in ('shapely', 'numpy', 'PIL', 'pygame') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_any_shape_is_laid_out() -> None:
    dice = random.Random(31)
    for _ in range(30 if os.environ.get("CLAP_TORTURE") else 3):
        spokes = dice.randint(3, 14)
        ring = tuple(
            (
                2000 + dice.uniform(200, 1500) * math.cos(2 * math.pi * i / spokes),
                2000 + dice.uniform(200, 1500) * math.sin(2 * math.pi * i / spokes),
            )
            for i in range(spokes)
        )
        place = Place("p", same("Un lieu du plan"), same("Un lieu du plan"), ("x",))
        town = Town("T", (0.0, 0.0, 4000.0, 4000.0), (), (Zone("p", "p", (ring,), (0.0, 0.0)),), "d")
        sound(replace(town, plots=lay_out(town, (place,))))


def test_a_crossed_ring_is_laid_out_too() -> None:
    bow = ((0.0, 0.0), (1000.0, 1000.0), (1000.0, 0.0), (0.0, 1000.0))
    town = Town("T", (0.0, 0.0, 1000.0, 1000.0), (), (Zone("p", "p", (bow,), (0.0, 0.0)),), "d")
    assert len(lay_out(town, ())) == len(STEPS)
