"""Pictures of a deck: found in its folder and nowhere else, refused when they are not what they should be."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest

from game.content.folder import Reading
from game.content.pictures import KINDS, content_fault
from game.core.cards import Credit
from tests.content.samples import DECK
from tests.content.test_folder import CHILD, decks, read

HOSTILE = Path(os.environ.get("CLAP_HOSTILE", Path(__file__).parents[3] / "shared" / "data" / "hostile"))


def png(wide: int = 2, tall: int = 2) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0))
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * 3 * min(wide, 2) for _ in range(min(tall, 2))))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURE = """\
    image: images/cantine.png
    alt: {fr: Un plateau., en: A tray.}
    credit: {author: A., licence: CC0-1.0}
"""
PICTURED = DECK.replace('    question: {fr: "12:30"', f'{PICTURE}    question: {{fr: "12:30"')


def illustrated(root: Path, data: bytes | None, name: str = "cantine.png", text: str = PICTURED) -> Reading:
    file = decks(root, petit_jeu=text)
    (file.parent / "images").mkdir(exist_ok=True)
    if data is not None:
        (file.parent / "images" / name).write_bytes(data)
    return read(file)


def test_a_picture_is_found(tmp_path: Path) -> None:
    found = illustrated(tmp_path, png())
    assert found.problems == ()
    assert found.deck is not None
    card = found.deck.issues[1]
    assert (card.image, card.alt.en, card.credit) == ("images/cantine.png", "A tray.", Credit("A.", "CC0-1.0"))
    assert found.images == (("images/cantine.png", tmp_path / "petit-jeu" / "images" / "cantine.png"),)


def test_a_missing_picture_names_the_one_meant_and_the_deck_plays(tmp_path: Path) -> None:
    found = illustrated(tmp_path, png(), "cantines.png")
    assert [(one.code, dict(one.facts).get("near")) for one in found.problems] == [
        ("image_missing_near", "images/cantines.png")
    ]
    assert found.deck is not None
    assert found.images == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png(30_000, 30_000), "image_pixels"),
        (png(0, 4), "image_broken"),
        (b"GIF89a", "image_broken"),
        (png()[:-20], "image_broken"),
        (png().replace(b"IDAT", b"IDAX"), "image_broken"),
        (b"\xff\xd8\xff\xe0", "image_lies"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image_lies"),
    ],
)
def test_an_unsafe_picture_stops_the_deck(tmp_path: Path, data: bytes, code: str) -> None:
    found = illustrated(tmp_path, data)
    assert [one.code for one in found.problems] == [code]
    assert found.deck is None


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<rect width='9'/>", ""),
        ("<image href='data:image/png;base64,AAAA'/><a href='#top'/>", ""),
        ("<script>x</script>", "image_svg_script"),
        ("<rect onload='x()'/>", "image_svg_script"),
        ("<image href='other.png'/>", "image_svg_link"),
        ("<rect style='fill:url(http://a.b/c)'/>", "image_svg_link"),
        ("<use href='#a'/>", "image_svg_use"),
        ("<rect>", "image_broken"),
    ],
)
def test_a_drawing_reaches_nothing_outside_its_file(tmp_path: Path, body: str, code: str) -> None:
    text = PICTURED.replace("cantine.png", "cantine.svg")
    data = f"<svg xmlns='http://www.w3.org/2000/svg'>{body}</svg>".encode()
    found = illustrated(tmp_path, data, "cantine.svg", text)
    assert [one.code for one in found.problems] == ([code] if code else [])
    bomb = b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + data
    assert illustrated(tmp_path, bomb, "cantine.svg", text).problems[0].code == "image_svg_entity"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("../cantine.png", "image_outside"),
        ("images/../../x.png", "image_outside"),
        ("/etc/x.png", "image_outside"),
        ("C:\\x.png", "image_outside"),
        ("https://a.b/c.png", "image_outside"),
        ("cantine.png", "image_outside"),
        ("images/cantine.gif", "image_kind"),
        ("images/cantine", "image_kind"),
    ],
)
def test_a_picture_stays_in_its_folder(tmp_path: Path, path: str, code: str) -> None:
    text = PICTURED.replace("images/cantine.png", path)
    found = illustrated(tmp_path, png(), text=text)
    assert [one.code.removesuffix("_near") for one in found.problems] == [code]
    assert found.deck is None


def test_a_misspelt_folder_names_the_picture_meant(tmp_path: Path) -> None:
    found = illustrated(tmp_path, png(), text=PICTURED.replace("images/cantine", "imgaes/cantine"))
    assert [dict(one.facts)["near"] for one in found.problems] == ["images/cantine.png"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.png").write_bytes(png())
    illustrated(tmp_path, None)
    (tmp_path / "petit-jeu" / "images" / "cantine.png").symlink_to(tmp_path / "outside.png")
    assert [one.code for one in read(tmp_path / "petit-jeu" / "deck.yaml").problems] == ["image_link"]


def test_a_picture_of_the_base_is_found(tmp_path: Path) -> None:
    illustrated(tmp_path, png())
    found = read(decks(tmp_path, cantines=CHILD))
    assert [path for _, path in found.images] == [tmp_path / "petit-jeu" / "images" / "cantine.png"]


needs_hostile = pytest.mark.skipif(
    not HOSTILE.is_dir(), reason="the collection of hostile files is not beside the project"
)


@needs_hostile
def test_the_damaged_pictures_of_the_png_suite_are_refused_and_the_sound_ones_taken() -> None:
    files = sorted((HOSTILE / "images" / "png").glob("*.png"))
    wrong = [one.name for one in files if bool(content_fault(one.read_bytes(), "png")[0]) != one.name.startswith("x")]
    assert len(files) > 50
    assert wrong == []


@needs_hostile
def test_no_picture_made_to_break_a_reader_is_taken() -> None:
    made = ("crash-", "oom-", "timeout-", "bombe_", "entete_", "zero_", "extension_", "truncated_", "ossfuzz")
    files = [one for one in sorted((HOSTILE / "images").rglob("*")) if one.name.startswith(made)]
    taken = [one.name for one in files if not content_fault(one.read_bytes(), one.suffix.lower()[1:])[0]]
    assert len(files) > 25
    assert taken == []


@needs_hostile
def test_no_drawing_that_swells_or_reaches_out_is_taken() -> None:
    known = ("use", "laughs", "cycle", "href", "xinclude", "too-big", "too-many", "empty.svg", "short", "non-svg")
    files = [one for one in sorted((HOSTILE / "svg").iterdir()) if any(word in one.name for word in known)]
    taken = [one.name for one in files if not content_fault(one.read_bytes(), "svg")[0]]
    assert len(files) > 12
    assert taken == []
    assert "svg" in KINDS
