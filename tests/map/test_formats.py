"""The files that towns have, besides GeoJSON: each gives the same objects; what cannot be read says what to do."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from game.content.maps import files, library
from game.content.maps.drawing import Drawing
from game.content.maps.files import drawn
from game.content.maps.meaning import meaning
from game.content.problems import ContentError, words
from game.words.catalogue import speaker
from tests.map.test_names import square

RING = square(2.0, 46.0, 0.01)[0]
HOLE = square(2.002, 46.002, 0.002)[0]
NODES = {at: {"type": "node", "id": at, "lon": x, "lat": y} for at, (x, y) in enumerate((*RING[:4], *HOLE[:4]), 1)}
MARKER = {"type": "node", "id": 20, "lon": 2.005, "lat": 46.005, "tags": {"amenity": "townhall", "name": "Mairie"}}
TAGS = {"type": "multipolygon", "leisure": "park", "name": "Parc"}
ROLES = (("outer", [1, 2, 3]), ("outer", [1, 4, 3]), ("inner", [5, 6, 7, 8, 5]))
"""A park in a relation: two halves of its outline, one the other way round, and a hole."""
WAYS = {at: {"type": "way", "id": at, "nodes": nodes} for at, (_, nodes) in enumerate(ROLES, 30)}


def overpass(*, geometry: bool) -> bytes:
    def line(nodes: list[int]) -> list[dict[str, float]]:
        return [{"lon": NODES[at]["lon"], "lat": NODES[at]["lat"]} for at in nodes]

    members = [{"type": "way", "ref": at, "role": role} for at, (role, _) in enumerate(ROLES, 30)]
    if geometry:
        members = [one | {"geometry": line(nodes)} for one, (_, nodes) in zip(members, ROLES, strict=True)]
    elements = [{"type": "relation", "id": 40, "tags": TAGS, "members": members}, MARKER]
    elements += [] if geometry else [*NODES.values(), *WAYS.values()]
    return json.dumps({"version": 0.6, "elements": elements}).encode()


def osm() -> bytes:
    def tags(of: dict[str, str]) -> str:
        return "".join(f'<tag k="{key}" v="{value}"/>' for key, value in of.items())

    nodes = "".join(f'<node id="{at}" lon="{one["lon"]}" lat="{one["lat"]}"/>' for at, one in NODES.items())
    marker = f'<node id="20" lon="2.005" lat="46.005">{tags(MARKER["tags"])}</node>'  # type: ignore[arg-type]
    ways = "".join(f'<way id="{at}">{"".join(f"<nd ref={chr(34)}{ref}{chr(34)}/>" for ref in one["nodes"])}</way>'
                   for at, one in WAYS.items())  # fmt: skip
    members = "".join(f'<member type="way" ref="{at}" role="{role}"/>' for at, (role, _) in enumerate(ROLES, 30))
    relation = f'<relation id="40">{members}{tags(TAGS)}</relation>'
    return f'<?xml version="1.0"?><osm version="0.6">{nodes}{marker}{ways}{relation}</osm>'.encode()


def kml() -> bytes:
    def spots(ring: list[list[float]]) -> str:
        return " ".join(f"{x},{y},0" for x, y in ring)

    edges = "".join(
        f"<{edge}><LinearRing><coordinates>{spots(ring)}</coordinates></LinearRing></{edge}>"
        for edge, ring in (("outerBoundaryIs", RING), ("innerBoundaryIs", HOLE))
    )
    return (
        '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Parcs</name>'
        f"<Placemark><name>Parc</name><Polygon>{edges}</Polygon></Placemark></Folder>"
        "<Placemark><name>Mairie</name><Point><coordinates>2.005,46.005</coordinates></Point></Placemark>"
        "</Document></kml>"
    ).encode()


SPOT = {"type": "Point", "coordinates": [2.005, 46.005]}
FEATURES: list[dict[str, Any]] = [
    {"type": "Feature", "properties": {"name": "Parc"}, "geometry": {"type": "Polygon", "coordinates": [RING, HOLE]}},
    {
        "type": "Feature",
        "properties": {"name": "Mairie"},
        "geometry": {"type": "Point", "coordinates": [2.005, 46.005]},
    },
]
COLLECTION = {"type": "FeatureCollection", "features": FEATURES}


def umap() -> bytes:
    layers = [{"type": "FeatureCollection", "features": [one], "_umap_options": {"name": name}}
              for one, name in zip(FEATURES, ("Parcs", "Lieux"), strict=True)]  # fmt: skip
    return json.dumps({"type": "umap", "properties": {}, "layers": layers}).encode()


def stored(path: Path, data: bytes, name: str) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("__MACOSX/._x.kml", b"junk")
        packed.writestr(name, data)
    return path


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def layered(path: Path, driver: str) -> Path:
    """Write the objects as QGIS would, in Lambert-93, a layer each; a shapefile holds the first."""
    pyogrio = pytest.importorskip("pyogrio")
    shapely = pytest.importorskip("shapely")
    numpy = pytest.importorskip("numpy")
    turn = pytest.importorskip("pyproj").Transformer.from_crs(4326, 2154, always_xy=True).transform
    for one in FEATURES if driver == "GPKG" else FEATURES[:1]:
        name = one["properties"]["name"]
        shape = shapely.from_geojson(json.dumps(one["geometry"]))
        metres = shapely.transform(shape, lambda at: numpy.column_stack(turn(at[:, 0], at[:, 1])))
        columns = [numpy.array([name], dtype=object)]
        facts = {"layer": name, "driver": driver, "geometry_type": shape.geom_type, "crs": "EPSG:2154"}
        pyogrio.raw.write(path, numpy.array([shapely.to_wkb(metres)], dtype=object), columns, ["name"], **facts)
    return path


def zipped_shapefile(folder: Path) -> Path:
    layered(folder / "Parc.shp", "ESRI Shapefile")
    with zipfile.ZipFile(folder / "parc.zip", "w") as packed:
        for one in folder.glob("Parc.*"):
            packed.write(one, one.name)
    return folder / "parc.zip"


MAKERS = {
    "overpass, out geom": lambda folder: written(folder / "a.json", overpass(geometry=True)),
    "overpass, out body": lambda folder: written(folder / "a.json", overpass(geometry=False)),
    "osm": lambda folder: written(folder / "a.osm", osm()),
    "kml": lambda folder: written(folder / "a.kml", kml()),
    "kmz": lambda folder: stored(folder / "a.kmz", kml(), "doc.kml"),
    "umap": lambda folder: written(folder / "a.umap", umap()),
    "geojson, zipped": lambda folder: stored(folder / "a.zip", json.dumps(COLLECTION).encode(), "villes/a.geojson"),
    "geojson, gzipped": lambda folder: written(folder / "a.geojson.gz", gzip.compress(json.dumps(COLLECTION).encode())),
    "geopackage": lambda folder: layered(folder / "a.gpkg", "GPKG"),
    "shapefile, zipped": zipped_shapefile,
}


@pytest.mark.parametrize("maker", MAKERS)
def test_each_format_gives_the_same_objects(tmp_path: Path, maker: str) -> None:
    brought = drawn([MAKERS[maker](tmp_path)])
    found, odd = brought.drawings, brought.odd
    assert odd == ()
    parks = [one for one in found if one.form == "area"]
    whole = maker != "shapefile, zipped"  # it holds one sort of drawing
    assert sorted(meaning(one).name for one in found) == ["Mairie", "Parc"][not whole :]
    assert [len(part) for part in parks[0].parts] == [2]
    assert parks[0].box == pytest.approx((2.0, 46.0, 2.01, 46.01), abs=1e-6)
    sorts = [meant.sort.id if (meant := meaning(one)).sort else "" for one in found]
    assert sorted(sorts) == ["park", "town-hall"][: len(found)]


def test_a_layer_that_is_called_as_a_sort_of_place_says_what_it_holds(tmp_path: Path) -> None:
    one = {"type": "Feature", "properties": {"name": "Jean Moulin"}, "geometry": FEATURES[1]["geometry"]}
    data = json.dumps({"type": "FeatureCollection", "features": [one]}).encode()

    def sort(of: Drawing) -> str:
        found = meaning(of).sort
        return found.id if found else ""

    assert sort(drawn([written(tmp_path / "ecoles.geojson", data)]).drawings[0]) == "school"
    assert sort(drawn([written(tmp_path / "plan-des-ecoles.geojson", data)]).drawings[0]) == ""


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><kml>&b;</kml>'
BAD = {
    "map_entities": ("a.kml", BOMB),
    "map_xml": ("a.kml", b"<kml><Document></kml>"),
    "map_xml_kind": ("a.gml", b"<gml/>"),
    "map_picture_bad": ("a.png", b"\x89PNG\r\n\x1a\n"),
    "map_packed": ("a.zip", b"PK\x03\x04junk"),
    "map_json": ("a.json", b'{"type": FeatureCollection}'),
    "map_json_cut": ("a.json", b'{"type": "FeatureCollection", "features": [{"type": "Feat'),
    "map_json_comma": ("a.json", b'{"type": "Point", "coordinates": [2,014, 46,008]}'),
    "map_csv": ("a.geojson", b"nom;x;y\nMairie;2,01;46,0\n"),
    "map_html": ("a.geojson", b"\n<!DOCTYPE html><html></html>"),
    "map_office": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "map_overpass": ("a.json", b'{"elements": [], "remark": "runtime error: Query timed out in \\"query\\""}'),
    "map_unread": ("a.gpkg", b"SQLite format 3\0junk"),
    "map_empty": ("a.kml", b"<kml/>"),
}


@pytest.mark.parametrize("code", BAD)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, code: str) -> None:
    if code == "map_unread":
        pytest.importorskip("pyogrio")
    name, data = BAD[code]
    with pytest.raises(ContentError) as caught:
        drawn([written(tmp_path / name, data)])
    assert [one.code for one in caught.value.problems] == [code]
    assert all("None" not in words(one, speaker(lang).say) for one in caught.value.problems for lang in ("fr", "en"))


@pytest.mark.parametrize(("member", "code"), [("word/document.xml", "map_word"), ("xl/workbook.xml", "map_excel"),
                                             ("content.xml", "map_office")])  # fmt: skip
def test_an_office_document_is_no_zip_of_maps(tmp_path: Path, member: str, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        drawn([stored(tmp_path / "a.zip", b"<x/>", member)])
    assert [one.code for one in caught.value.problems] == [code]


def test_a_zip_without_a_map_says_which_it_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        drawn([stored(tmp_path / "a.zip", b"x", "a.txt")])
    assert ".gpkg" in words(caught.value.problems[0], speaker("fr").say)


def test_a_zip_that_swells_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "BYTES", 1_000_000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.geojson", b" " * 2_000_000)
    with pytest.raises(ContentError) as caught:
        drawn([tmp_path / "a.zip"])
    assert caught.value.problems[0].code == "map_too_big"


def test_without_the_extra_one_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "find_spec", lambda _: None)
    with pytest.raises(ContentError) as caught:
        drawn([written(tmp_path / "a.gpkg", b"SQLite format 3\0")])
    assert "pip install clap-table[maps]" in words(caught.value.problems[0], speaker("fr").say)


GRIDS = [(3067, (385000.0, 6672000.0), (24.9275, 60.1687)), (5514, (-742700.0, -1042900.0), (14.4226, 50.0886)),
         (27700, (530000.0, 180000.0), (-0.1282, 51.5038))]  # fmt: skip


@pytest.mark.parametrize(("code", "metres", "degrees"), GRIDS, ids=["Finland", "Czechia", "Britain"])
def test_towns_of_other_countries_are_read_in_the_grid_they_declare(
    tmp_path: Path, code: int, metres: tuple[float, float], degrees: tuple[float, float]
) -> None:
    pytest.importorskip("pyproj")
    x, y = metres
    one = {"type": "Feature", "properties": {"name": "x"}, "geometry": {"type": "Point", "coordinates": [x, y]}}
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}
    data = json.dumps({"type": "FeatureCollection", "crs": crs, "features": [one]}).encode()
    brought = drawn([written(tmp_path / "a.geojson", data)])
    found, odd = brought.drawings, brought.odd
    assert odd == ()
    assert found[0].parts[0][0][0] == pytest.approx(degrees, abs=0.001)
