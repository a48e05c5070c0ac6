"""Names of a map: whatever a drawing tool puts there is drawn as a line of text, or left out and said."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.content.mapnames import LONGEST
from game.content.problems import errors
from game.content.problems import words as told
from game.content.townmap import read_town
from game.core.signs import fault
from game.core.town import Town, camera
from game.table.mapart import Art
from game.table.mapwords import write
from game.type.ground import Setting
from game.type.groundwords import words
from game.type.lettering import Word
from game.words.catalogue import speaker

FIELD = Path(os.environ.get("CLAP_FIELD", Path(__file__).parents[3] / "shared" / "data" / "field")) / "maps"


def feature(kind: str, form: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind, **properties},
        "geometry": {"type": form, "coordinates": coordinates},
    }


def square(x: float, y: float, side: float) -> list[list[list[float]]]:
    return [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]


def text(**properties: Any) -> bytes:
    """Give a map whose district, label and boundary have these properties."""
    features = [
        feature("boundary", "Polygon", square(2.0, 46.0, 0.03), **properties),
        feature("place", "Polygon", square(2.001, 46.001, 0.004), id="ecole", **properties),
        feature("district", "Point", [2.02, 46.02], **properties),
        feature("label", "Point", [2.012, 46.024], **properties),
        feature("road", "LineString", [[2.0, 46.0], [2.03, 46.03]], **properties),
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def drawn(town: Town, lang: str = "fr") -> list[Word]:
    """Paint a town with its words, and give them but for the scale bar."""
    pygame.font.init()
    size = (960, 660)
    seen = camera(town, *size)
    said = words(town, size, seen, Setting(lang))
    write(Art(town).paint(size, seen), said)
    return [word for word in said if word.look != "scale"]


CASES = [
    (None, "", ""),
    ("", "", ""),
    ("   ", "", ""),
    (12, "12", ""),
    (12.0, "12", ""),
    (12.5, "12.5", ""),
    (float("nan"), "", "map_name_odd"),
    (float("inf"), "", "map_name_odd"),
    (10**400, f"1{'0' * (LONGEST - 2)}…", ""),
    (True, "", "map_name_odd"),
    (["Rue", "Haute"], "", "map_name_odd"),
    ({"fr": "Rue"}, "", "map_name_odd"),
    ("x" * 10_000, f"{'x' * (LONGEST - 1)}…", "map_name_long"),
    ("Rue\u200b Haute", "Rue Haute", "map_name_sign"),
    ("Rue\0 Haute", "Rue\ufffd Haute", "map_name_sign"),
    ("Rue\ud800 Haute", "Rue\ufffd Haute", "map_name_sign"),
    ("\u202eRue", "\ufffdRue", "map_name_sign"),
    ("\x1b[2JRue", "\ufffd[2JRue", "map_name_sign"),
    ("Rue\uf0b7", "Rue\ufffd", "map_name_sign"),
    ("Rue\nHaute", "Rue Haute", ""),
    ("Place de l\u2019Étoile 🎉", "Place de l\u2019Étoile 🎉", ""),
    ("كنيسة", "كنيسة", ""),
]


@pytest.mark.parametrize(("value", "name", "code"), CASES, ids=[str(i) for i in range(len(CASES))])
def test_a_name_is_a_line_of_text_or_none(value: object, name: str, code: str) -> None:
    town, problems = read_town(text(name=value, name_en=value))
    assert errors(problems) == ()
    assert town is not None
    assert {one.code for one in problems} == ({code} if code else set())
    assert {shape.name for shape in town.layers} | {shape.called("en") for shape in town.layers} == {name}
    assert (town.name, town.zones[0].name) == (name, name)
    assert not fault(name)
    for lang in ("fr", "en"):
        assert bool(drawn(town, lang)) == bool(name and len(name) < LONGEST), "one as wide as the picture is left out"
        assert all(not fault(told(one, speaker(lang).say)) for one in problems)


@pytest.mark.parametrize("value", [None, "", [], {}, True, float("nan")])
def test_a_place_without_an_id_is_said_to_have_none(value: object) -> None:
    features = json.loads(text())
    features["features"][1]["properties"]["id"] = value
    town, problems = read_town(json.dumps(features).encode())
    assert town is None
    assert [(one.code, dict(one.facts)["feature"]) for one in problems] == [("map_place_no_id", 2)]


def test_a_number_is_the_id_it_spells() -> None:
    features = json.loads(text())
    features["features"][1]["properties"]["id"] = 12
    town, _ = read_town(json.dumps(features).encode(), places=("12",))
    assert town is not None
    assert town.zones[0].place_id == "12"


def test_a_map_without_end_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("json.loads", lambda _: pytest.fail("it was read"))
    for data in (b"[" * 9_000_000, b'{"a":[' + b"0," * 22_000_000 + b"0]}", b"[" + b"{}," * 5_000_000 + b"0]"):
        assert [one.code for one in read_town(data)[1]] == ["map_values"]


@pytest.mark.skipif(not FIELD.is_dir(), reason="the field cases are not beside the project")
def test_the_null_names_of_a_drawing_tool_are_no_names() -> None:
    town, problems = read_town((FIELD / "qgis-null-names.geojson").read_bytes(), "town.geojson")
    assert problems == ()
    assert town is not None
    names = (
        {shape.name for shape in town.layers} | {shape.cls for shape in town.layers} | {one.name for one in town.zones}
    )
    assert "None" not in names
    assert "" in names
    assert "Valmarie" in names


@pytest.mark.skipif(not FIELD.is_dir(), reason="the field cases are not beside the project")
def test_the_other_maps_of_the_field_are_a_sentence_or_a_town() -> None:
    files = sorted(FIELD.glob("*.geojson"))
    assert len(files) > 5
    for file in files:
        town, problems = read_town(file.read_bytes(), file.name)
        assert (town is None) == bool(errors(problems)), file.name
        for lang in ("fr", "en"):
            assert all(told(one, speaker(lang).say) for one in problems)
        if town is not None:
            drawn(town)
