"""`clap scenario new` given what a trainer has: a name misspelt, markers unnamed, files that are no maps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.cli.main import run
from tests.cli.test_towns import MARKERS, OUTLINE, SOUTH, WEST, at, made, thing, written


def communes(*names: str) -> list[dict[str, Any]]:
    """Give outlines side by side, each with its code: 31001, 31002…"""
    return [thing("Polygon", at(i / 20, 0, 0.05), nom=name, code=f"{31001 + i}") for i, name in enumerate(names)]


TOWNS = ("Empeaux", "Saint-Gaudens", "Colomiers", "Le Fauga")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_town_that_the_map_does_not_show_is_not_made_of_another(
    tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "a.geojson", *communes(*TOWNS))
    for asked, told in (("Colomier", "Colomiers"), ("Zürich", "Empeaux, Saint-Gaudens"), ("31999", "Le Fauga")):
        command = ["scenario", "new", str(tmp_path / "v"), "--map", file, "--town", asked, "--lang", lang]
        assert run(command) == 1
        said = capsys.readouterr().err.strip().splitlines()
        assert len(said) == 1
        assert asked in said[0]
        assert told in said[0]
        assert not (tmp_path / "v").exists()


@pytest.mark.parametrize(("asked", "name", "title"), [
    ("saint gaudens", "Saint-Gaudens", "Le CLAP de Saint-Gaudens"), ("31001", "Empeaux", "Le CLAP d'Empeaux"),
    ("LE FAUGA", "Le Fauga", "Le CLAP du Fauga"),
])  # fmt: skip
def test_a_town_is_known_by_its_name_or_its_code_and_called_as_its_map_does(
    tmp_path: Path, asked: str, name: str, title: str
) -> None:
    file = written(tmp_path / "a.geojson", *communes(*TOWNS))
    sources = made(tmp_path / "v", "--map", file, "--town", asked, lang="fr")
    assert (sources.scenario.town.fr, sources.town.name, sources.scenario.title.fr) == (name, name, title)
    assert "1 lieu est proposé" in (tmp_path / "v" / "scenario.yaml").read_text(encoding="utf-8")


def test_a_town_guessed_among_many_says_how_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path / "a.geojson", *communes(*(f"Ville {i}" for i in range(20))))
    made(tmp_path / "v", "--map", file, lang="fr")
    assert "Ville 5… et 14." in capsys.readouterr().out


@pytest.mark.parametrize(("drawn", "asked"), [("", "Valmarie"), ("Contour", "Valmarie"), ("Valmarie", "valmarie")])
def test_an_outline_drawn_by_hand_takes_the_name_that_is_said(tmp_path: Path, drawn: str, asked: str) -> None:
    file = written(tmp_path / "a.geojson", thing("Polygon", at(0, 0, 0.05), name=drawn),
                   *(thing("Point", [WEST + x, SOUTH + 0.01], name=f"École {x}") for x in (0.01, 0.02)))  # fmt: skip
    assert made(tmp_path / "v", "--map", file, "--town", asked).scenario.town.fr == "Valmarie"


@pytest.mark.parametrize("heading", ["Nom du lieu", "NOM_ETAB", "place_name", "Nom de l'équipement"])
def test_a_heading_that_says_a_name_is_one(tmp_path: Path, heading: str) -> None:
    spots = [thing("Point", [WEST + 0.01 + i / 200, SOUTH + 0.01], **{heading: name}) for i, name in enumerate(MARKERS)]
    sources = made(tmp_path / "v", "--map", written(tmp_path / "a.geojson", OUTLINE, *spots))
    assert [place.name.fr for place in sources.scenario.places] == list(MARKERS)


def test_markers_without_a_name_are_counted_and_their_columns_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spots = [[WEST + 0.01 + i / 200, SOUTH + 0.01] for i in range(4)]
    file = written(
        tmp_path / "a.geojson", OUTLINE, thing("Point", spots[0], name="Mairie"),
        thing("Point", spots[1], name=None, Adresse="3 rue Basse"), thing("Point", spots[2], name="  "),
        thing("Point", spots[3], kind="place", id="vide"),
    )  # fmt: skip
    sources = made(tmp_path / "v", "--map", file, lang="fr")
    assert [place.name.fr for place in sources.scenario.places] == ["Mairie"]
    told = capsys.readouterr().out
    assert "3 repères sans nom sont mis de côté (objets 3, 4, 5)" in told
    assert "Adresse" in told


def test_a_place_drawn_in_two_pieces_says_which_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = thing("MultiPolygon", [at(0.01, 0.01), at(0.02, 0.01, 0.003)], name="Parc")
    made(tmp_path / "v", "--map", written(tmp_path / "a.geojson", OUTLINE, parts), lang="fr")
    assert "Parc est dessiné en 2 morceaux" in capsys.readouterr().out


SCHOOL = thing("Point", [WEST + 0.04, SOUTH + 0.02], name="École du Bourg")
CROSSED = [[[WEST, SOUTH], [WEST + 0.05, SOUTH + 0.05], [WEST + 0.05, SOUTH], [WEST, SOUTH + 0.04], [WEST, SOUTH]]]
RING = [[WEST, SOUTH], [WEST + 0.05, SOUTH], [WEST + 0.05, SOUTH + 0.05], [WEST, SOUTH]]


@pytest.mark.parametrize(("drawn", "told"), [
    (thing("Polygon", CROSSED, insee="31001", nom="Valmarie"), "se croise"),
    (thing("LineString", RING, name="Valmarie"), "(Valmarie) a l'air d'un contour"),
    (thing("LineString", RING), "ligne sans nom"),
], ids=["crossed", "line", "nameless line"])  # fmt: skip
def test_what_is_wrong_with_the_outline_is_said(
    tmp_path: Path, drawn: dict[str, Any], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path / "v", "--map", written(tmp_path / "a.geojson", drawn, SCHOOL), lang="fr")
    assert told in capsys.readouterr().out


def test_an_outline_of_no_area_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flat = [[[WEST, SOUTH], [WEST + 0.05, SOUTH], [WEST + 0.02, SOUTH], [WEST, SOUTH]]]
    file = written(tmp_path / "a.geojson", thing("Polygon", flat, insee="31001", nom="Valmarie"), SCHOOL)
    assert run(["scenario", "new", str(tmp_path / "v"), "--map", file, "--lang", "fr"]) == 1
    assert "n'entoure aucune surface" in capsys.readouterr().err
    assert not (tmp_path / "v").exists()


def test_a_marker_whose_latitude_comes_first_is_suspected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pool = thing("Point", [SOUTH + 0.02, WEST + 0.02], name="Piscine")
    made(tmp_path / "v", "--map", written(tmp_path / "a.geojson", OUTLINE, SCHOOL, pool), lang="fr")
    assert "semblent inversées" in capsys.readouterr().out


def test_shops_and_hotels_are_no_places_of_the_town(tmp_path: Path) -> None:
    said = [{"tourism": "hotel", "name": "Park Hotel"}, {"shop": "supermarket", "name": "Carrefour Market"},
            {"building": "retail", "name": "Halle X"}, {"amenity": "marketplace", "name": "Les Halles"}]  # fmt: skip
    things = [thing("Polygon", at(0.01 + i / 200, 0.01), **one) for i, one in enumerate(said)]
    sources = made(tmp_path / "v", "--map", written(tmp_path / "a.geojson", OUTLINE, *things))
    assert [place.name.fr for place in sources.scenario.places] == ["Les Halles"]


def test_what_was_invented_is_marked_and_no_purchase_is_spoken_of_that_is_not(tmp_path: Path) -> None:
    sources = made(tmp_path / "v", "--map", written(tmp_path / "a.geojson", OUTLINE, SCHOOL))
    assert sources.scenario.budget.note.fr == "Chiffres inventés, à remplacer"
    assert "quinze" not in (tmp_path / "v" / "scenario.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["name", "short"])
@pytest.mark.parametrize("empty", ['""', '{fr: "", en: ""}', '"  "'])
def test_a_place_without_a_name_is_refused(
    tmp_path: Path, key: str, empty: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path / "v", "--map", written(tmp_path / "a.geojson", OUTLINE, thing("Point", [WEST + 0.01, SOUTH + 0.01],
         name="Piscine")))  # fmt: skip
    file = tmp_path / "v" / "scenario.yaml"
    said = dict.fromkeys(("name", "short"), '"Piscine"')
    line = ", ".join(f"{one}: {said[one]}" for one in said)
    text = file.read_text(encoding="utf-8")
    assert line in text
    file.write_text(text.replace(line, ", ".join(f"{one}: {(said | {key: empty})[one]}" for one in said)), "utf-8")
    capsys.readouterr()
    assert run(["scenario", "check", str(tmp_path / "v"), "--lang", "fr"]) == 1
    told = "".join(capsys.readouterr())
    assert "est vide" in told
    assert key in told
