"""A plan that is a picture: carried by the map, laid under the places on screen and on paper, whatever was sent."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pygame
import pytest
from PIL import Image

from game.cli.main import run
from game.content.maps import scan
from game.content.maps.fault import MapFault
from game.content.shelf import Sources, load_scenario
from game.content.townmap import read_town
from game.core.town import Town, camera
from game.places import shelves
from game.printing.ground import ground
from game.table.mapart import Art
from tests.map.writing import BOUNDARY, collection

RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(form: str, size: tuple[int, int] = (300, 200), **more: object) -> bytes:
    """Give a picture whose left half is red and whose right half is blue."""
    made, out = Image.new("RGB", size, RED), io.BytesIO()
    made.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    made.save(out, form, **more)
    return out.getvalue()


def town_of(folder: Path, data: bytes, name: str, *more: str) -> Sources:
    file = folder / name
    file.write_bytes(data)
    assert run(["scenario", "new", str(folder / "v"), "--map", str(file), *more, "--lang", "en"]) == 0
    return load_scenario(folder / "v", shelves.decks())


def like(pixel: tuple[int, ...], colour: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(pixel[:3], colour, strict=True))


def shown(town: Town) -> pygame.Surface:
    return Art(town).paint((600, 400), camera(town, 600, 400))


@pytest.mark.parametrize("form", ["PNG", "PDF"])
def test_a_picture_is_played_on(tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    if form == "PDF":
        pytest.importorskip("pypdfium2")
    sources = town_of(tmp_path, picture(form), f"plan.{form.lower()}", "--width", "6,0", "--town", "Rochebelle")
    town = sources.workshop("90").town
    assert town.scan is not None
    x0, y0, x1, y1 = town.scan.extent
    assert (x1 - x0, y1 - y0) == (pytest.approx(6000, rel=0.01), pytest.approx(4000, rel=0.02))
    assert [(zone.place_id, zone.sure) for zone in town.zones] == [("mairie", False)]
    made = shown(town)
    assert like(made.get_at((100, 200)), RED)
    assert like(made.get_at((500, 200)), BLUE)
    told = capsys.readouterr().out
    assert told.splitlines()[0] == "The picture shows 6 km from side to side."
    assert f"clap scenario draw {tmp_path / 'v'}" in told


def test_a_picture_lies_under_what_is_drawn(tmp_path: Path) -> None:
    outline = tmp_path / "a.geojson"
    outline.write_bytes(collection(BOUNDARY))
    town = town_of(tmp_path, picture("PNG"), "plan.png", "--map", str(outline)).town
    assert town.name == "Valmarie"
    assert {shape.kind for shape in town.layers} == {"picture", "boundary"}
    made = shown(town)
    assert like(made.get_at((200, 100)), RED)
    assert like(made.get_at((400, 300)), BLUE)
    assert "data:image/jpeg;base64," in ground(town, town.extent)
    assert "data:image/jpeg;base64," not in ground(town, town.extent, saving=True)


def test_a_photo_is_turned_upright_and_a_large_one_made_smaller() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert scan.size(scan.made(picture("JPEG", (3000, 1500), exif=exif))) == (1200, 2400)


def test_what_zooms_in_shows_the_part_that_is_looked_at(tmp_path: Path) -> None:
    town = town_of(tmp_path, picture("PNG"), "plan.png").town
    for x, colour in ((0.25, RED), (0.75, BLUE)):
        made = Art(town).paint((600, 400), camera(town, 600, 400, x=x, zoom=4.0))
        assert like(made.get_at((300, 100)), colour)
        assert like(made.get_at((10, 390)), colour)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\njunk", b"%PDF-1.4 junk"])
def test_a_picture_that_does_not_open_is_one_sentence(
    tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    if data.startswith(b"%PDF"):
        pytest.importorskip("pypdfium2")
    (tmp_path / "a.png").write_bytes(data)
    assert run(["scenario", "new", str(tmp_path / "v"), "--map", str(tmp_path / "a.png"), "--lang", "en"]) == 1
    assert "This picture does not open" in capsys.readouterr().err
    assert not (tmp_path / "v").exists()


JUNK = scan.CARRIED + base64.b64encode(b"\xff\xd8\xffjunk").decode()


@pytest.mark.parametrize("said", [None, 3, "plan.png", "data:image/png;base64,AAAA", f"{scan.CARRIED}****", JUNK])
def test_a_map_that_carries_no_picture_says_so(said: object) -> None:
    root = json.loads(collection(BOUNDARY, BOUNDARY))
    root["features"][1]["properties"] = {"kind": "picture", "picture": said}
    town, problems = read_town(json.dumps(root).encode())
    assert town is None
    assert [one.code for one in problems] == ["map_picture_bad"]


def test_without_the_extra_a_pdf_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "find_spec", lambda _: None)
    with pytest.raises(MapFault) as caught:
        scan.made(b"%PDF-1.7")
    assert caught.value.code == "map_pdf_extra"
