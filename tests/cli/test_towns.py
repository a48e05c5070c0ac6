"""`clap scenario new`: from the maps one has to a scenario that is played at once; what was guessed is said."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from game.authoring.town.families import Buyers
from game.authoring.town.proposal import sites
from game.cli.main import run
from game.content.maps.kinds import KINDS
from game.content.maps.spots import Spot
from game.content.maps.tags import tags
from game.content.shelf import Sources, load_deck, load_scenario
from game.core.town import inside
from game.places import shelves
from tests.map.test_names import square

SHARED = Path(os.environ.get("CLAP_SHARED", Path(__file__).parents[3] / "shared")) / "data"
WEST, SOUTH = 2.0, 46.0


def thing(form: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    shape = {"type": form, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def at(x: float, y: float, side: float = 0.002) -> list[list[list[float]]]:
    return square(WEST + x, SOUTH + y, side)


OUTLINE = thing("Polygon", at(0, 0, 0.05), boundary="administrative", admin_level="8", name="Valmarie")
EXTRACT = [
    thing("MultiPolygon", [at(0.05, 0, 0.05)], boundary="administrative", admin_level="8", name="Autreville"),
    thing("Point", [WEST + 0.01, SOUTH + 0.01], amenity="townhall", name="Mairie de Valmarie"),
    thing("MultiPolygon", [at(0.02, 0.02)], amenity="school", name="École Jean Moulin"),
    thing("MultiPolygon", [at(0.0201, 0.0201, 0.0005)], building="school"),
    thing("Polygon", at(0.03, 0.03), amenity="school", name="École du Bourg"),
    thing("Polygon", at(0.04, 0.01), leisure="sports_centre", name="Piscine municipale"),
    thing("Polygon", at(0.01, 0.03), leisure="park", name="Parc du Château"),
    thing("Polygon", at(0.07, 0.03), leisure="park", name="Parc d'Autreville"),
    thing("Polygon", at(0.011, 0.011, 0.0003), building="yes"),
    thing("LineString", [[WEST, SOUTH + 0.02], [WEST + 0.09, SOUTH + 0.021]], highway="primary", ref="D 12"),
    thing("LineString", [[WEST, SOUTH + 0.04], [WEST + 0.05, SOUTH + 0.041]], waterway="river", name="La Valse"),
    thing("LineString", [[WEST, SOUTH + 0.04], [WEST + 0.05, SOUTH + 0.041]], highway="footway"),
    thing("Point", [WEST + 0.02, SOUTH + 0.01], amenity="restaurant", name="Le Bon Coin"),
    thing("Polygon", at(0.3, 0.3), building="yes"),
    {"type": "Feature", "properties": None, "geometry": None},
]


def written(path: Path, *features: dict[str, Any]) -> str:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), encoding="utf-8")
    return str(path)


def made(folder: Path, *arguments: str, lang: str = "en") -> Sources:
    assert run(["scenario", "new", str(folder), *arguments, "--lang", lang]) == 0
    sources = load_scenario(folder, shelves.decks())
    assert sources.warnings == ()
    assert sources.workshop("90").town.zones
    families = {role.id for role in sources.scenario.families}
    assert {family for place in sources.scenario.places for family in place.families} == families
    assert sum(role.share_pct for role in sources.scenario.families) == 100
    return sources


def test_an_extract_becomes_a_town_that_is_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    maps = [written(tmp_path / f"{name}.geojson", *features) for name, features in (("a", [OUTLINE]), ("b", EXTRACT))]
    sources = made(tmp_path / "ville", "--map", maps[0], "--map", maps[1], "--town", "Valmarie")
    told = capsys.readouterr().out
    places = {place.id: place for place in sources.scenario.places}
    assert list(places) == ["mairie-de-valmarie", "ecole-du-bourg", "piscine-municipale", "parc-du-chateau",
                            "ecole-jean-moulin"]  # fmt: skip
    assert places["ecole-du-bourg"].families == ("enfance", "travaux")
    assert places["parc-du-chateau"].families == ("urbain",)
    assert all(len(place.short.fr) <= 16 for place in places.values())
    kinds = [(shape.kind, shape.cls, shape.name) for shape in sources.town.layers]
    assert ("road", "primary", "") in kinds
    assert ("label", "river", "La Valse") in kinds
    assert ("label", "shield", "D 12") in kinds
    assert ("label", "neighbour", "Autreville") in kinds
    assert not any(kind == "road" and cls == "street" for kind, cls, _ in kinds)
    border = next(shape for shape in sources.town.layers if shape.kind == "boundary")
    assert border.name == sources.town.name == sources.scenario.town.fr == "Valmarie"
    assert all(inside(border.rings[0], *zone.site) for zone in sources.town.zones)
    assert "Object 15: nothing is drawn in it" in told
    assert "2 objects far from the town" in told
    assert "amenity=restaurant (1)" in told
    assert "None" not in told


def test_what_was_guessed_is_marked_where_it_is_written(tmp_path: Path) -> None:
    file = written(tmp_path / "a.geojson", OUTLINE, thing("Point", [WEST + 0.01, SOUTH + 0.01], name="Le Truc"))
    made(tmp_path / "ville", "--map", file, lang="fr")
    lines = (tmp_path / "ville" / "scenario.yaml").read_text(encoding="utf-8").splitlines()
    truc = next(line for line in lines if "le-truc" in line)
    assert "# à vérifier" in truc
    assert sum("à remplacer" in line for line in lines) >= 11
    assert any("inventés" in line for line in lines)
    assert not [line for line in lines if "{{" in line or "#en" in line or "#fr" in line]


MARKERS = ("Mairie", "École Jean Moulin", "Piscine", "Stade du Ramier", "Marché")


@pytest.mark.parametrize("how", ["markers", "multipolygons", "ids at the root", "null properties"])
def test_places_drawn_by_hand_are_known_by_their_names(tmp_path: Path, how: str) -> None:
    spots = [(WEST + 0.01 + i / 200, SOUTH + 0.01 + i / 150) for i in range(len(MARKERS))]
    drawn = [thing("Point", list(spot), name=name) for spot, name in zip(spots, MARKERS, strict=True)]
    for one, (x, y) in zip(drawn, spots, strict=True):
        if how == "multipolygons":
            one["geometry"] = {"type": "MultiPolygon", "coordinates": [square(x, y, 0.001)]}
        if how == "ids at the root":
            one["id"] = f"node/{x}"
        if how == "null properties":
            one["properties"] |= {"kind": None, "id": None, "name_en": None, "stroke": "#ff0000"}
    bare = thing("Polygon", at(0, 0, 0.05))
    file = written(tmp_path / "a.geojson", bare, *drawn, thing("Point", list(spots[0])))
    sources = made(tmp_path / "ma-ville", "--map", file)
    assert [place.name.fr for place in sources.scenario.places] == list(MARKERS)
    assert sources.scenario.places[1].families == ("enfance", "travaux")
    assert sources.scenario.town.fr == "Ma Ville"
    assert all(zone.sure for zone in sources.town.zones)


def test_an_outline_alone_is_played_from_its_town_hall(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = made(
        tmp_path / "v", "--map", written(tmp_path / "a.geojson", thing("Polygon", at(0, 0, 0.05))), lang="fr"
    )
    assert [(zone.place_id, zone.sure) for zone in sources.town.zones] == [("mairie", False)]
    assert "second --map" in capsys.readouterr().out


@pytest.mark.parametrize("deck", ["clap", "restauration", "market-town"])
def test_the_families_are_those_of_the_deck(tmp_path: Path, deck: str) -> None:
    file = written(tmp_path / "a.geojson", OUTLINE, *EXTRACT)
    sources = made(tmp_path / "v", "--map", file, "--deck", deck)
    assert {role.id for role in sources.scenario.families} == {family.id for family in sources.deck.families}
    assert sources.scenario.deck == deck


def contract(number: int, subject: str, cpv: str, day: str, months: int, amount: int = 90_000) -> dict[str, Any]:
    return {
        "id": f"2024-{number}", "acheteur": {"id": "21990000100018"}, "objet": subject, "codeCPV": cpv,
        "montant": amount, "dateNotification": day, "dureeMois": months, "nature": "Marché",
        "procedure": "Appel d'offres ouvert",
        "titulaires": [{"titulaire": {"id": "33333333300015", "typeIdentifiant": "SIRET"}}],
    }  # fmt: skip


def test_contracts_that_end_become_purchases_to_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.desk.clocks.wall_time", lambda: "2026-11-30T10:00:00+01:00")
    contracts = [
        contract(1, "Repas de l'École Jean Moulin", "55524000", "2024-05-01", 36),
        contract(2, "ENTRETIEN DE LA PISCINE", "92610000", "2025-01-10", 24, 400_000),
        contract(3, "Fini depuis longtemps", "45000000", "2020-01-10", 12),
        contract(4, "Dans dix ans", "45000000", "2026-01-10", 120),
        contract(5, "Nettoyage de locaux", "", "2024-12-01", 30),
    ]
    decp = tmp_path / "decp.json"
    decp.write_text(json.dumps({"marches": {"marche": contracts}}), encoding="utf-8")
    file = written(tmp_path / "a.geojson", OUTLINE, *EXTRACT)
    sources = made(tmp_path / "v", "--map", file, "--decp", str(decp), "--buyer", "219900001")
    found = {one.title.fr: one for one in sources.scenario.intentions}
    assert set(found) == {"Repas de l'École Jean Moulin", "Entretien de la piscine", "Nettoyage de locaux"}
    meals = found["Repas de l'École Jean Moulin"]
    assert (meals.family, meals.place, meals.duration_months) == ("enfance", "ecole-jean-moulin", 36)
    assert (meals.launch, meals.award) == ("2026-12", "2027-03")
    assert (found["Entretien de la piscine"].family, found["Entretien de la piscine"].place) == (
        "sports",
        "piscine-municipale",
    )
    assert found["Nettoyage de locaux"].family == "solidarites"
    text = (tmp_path / "v" / "scenario.yaml").read_text(encoding="utf-8")
    assert "# contract 2024-1, which ends in 2027-05" in text
    assert "2024-5, which ends in 2027-06; its family was guessed" in text


def test_what_cannot_be_done_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = written(tmp_path / "a.geojson", OUTLINE)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    far = written(
        tmp_path / "far.geojson", *(thing("Point", [float(lon), 46.0], name="x") for lon in range(-90, 90, 9))
    )
    for folder, *rest in (
        ("full", "--map", sound), ("v", "--map", str(tmp_path / "none.geojson")), ("v", "--map", far),
        ("v", "--map", sound, "--deck", "nothing"), ("v", "--map", written(tmp_path / "b.geojson")),
        ("v", "--map", sound, "--decp", str(tmp_path / "none.json")),
    ):  # fmt: skip
        assert run(["scenario", "new", str(tmp_path / folder), *rest, "--lang", "en"]) != 0, rest
        told = capsys.readouterr()
        assert len((told.out + told.err).strip().splitlines()) == 1, told
        assert not (tmp_path / "v").exists(), rest


def test_the_kinds_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("fr", "en"):
        assert run(["scenario", "kinds", "--lang", lang]) == 0
        told = capsys.readouterr().out
        assert all(f"  {kind} " in told for kind in KINDS)
        assert all(f"  {name} " in told for name in ("kind", "id", "name", "name_en", "class", "sure"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared maps are not beside the project")
def test_a_real_extract_becomes_a_town(tmp_path: Path) -> None:
    """Others wait in tests/torture/test_maps.py."""
    sources = made(tmp_path / "ville", "--map", str(SHARED / "geo" / "vaduz_osm_2026_small.geojson.gz"))
    assert sources.scenario.town.fr == "Vaduz"
    assert len(sources.scenario.places) == 18


@pytest.mark.parametrize(("name", "short"), [
    ("École Jean Moulin", "École J. Moulin"), ("École Saint-Exupéry", "Saint-Exupéry"),
    ("École des Prés", "École des Prés"), ("Groupe scolaire des Hautes Rives", "Groupe H. Rives"),
    ("Kunstmuseum Liechtenstein", "Kunstmuseum"),
])  # fmt: skip
def test_a_long_name_is_shortened_as_one_would_say_it(name: str, short: str) -> None:
    school = next(sort for sort in tags().sorts if sort.id == "school")
    spot = Spot(school, "", name, "", {}, own=True, at=(0.0, 0.0))
    assert sites([spot], Buyers(load_deck(shelves.deck("clap"))[1]))[0].short.fr == short
