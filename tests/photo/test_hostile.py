"""Twenty files that are no good photograph: a sentence each, in both languages, and nothing worse."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from game.core.errors import SetupError
from game.photo import eye
from game.words.catalogue import speaker


def saved(picture, kind="JPEG", **more):
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def grey(wide, high):
    return Image.new("L", (wide, high), 128)


def noise(wide=1200, high=900):
    return Image.fromarray(np.random.default_rng(1).integers(0, 255, (high, wide), np.uint8))


def png(wide, high, rows=b""):
    """Give a PNG that announces a size, whatever it holds."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def announcing(jpeg, wide, high):
    """Give a JPEG whose header says another size."""
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack(">HH", high, wide) + jpeg[at + 4 :]


GOOD = saved(noise())
FILES = {
    "empty": (b"", "photo_empty"),
    "too heavy": (b"\xff\xd8\xff" + bytes(eye.LARGEST), "photo_heavy"),
    "HEIC of a telephone": (b"\x00\x00\x00\x18ftypheic" + bytes(200), "photo_heif"),
    "AVIF": (b"\x00\x00\x00\x18ftypavif" + bytes(200), "photo_heif"),
    "PDF": (b"%PDF-1.7\n" + bytes(200), "photo_pdf"),
    "GIF": (saved(grey(400, 400), "GIF"), "photo_kind"),
    "BMP": (saved(grey(400, 400), "BMP"), "photo_kind"),
    "TIFF": (saved(grey(400, 400), "TIFF"), "photo_kind"),
    "text": (b"not a picture\n" * 50, "photo_kind"),
    "a program": (b"\x7fELF" + bytes(500), "photo_kind"),
    "a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_kind"),
    "a sound in a RIFF": (b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(60), "photo_bad"),
    "only a head": (b"\xff\xd8\xff", "photo_bad"),
    "cut in the middle": (GOOD[: len(GOOD) // 2], "photo_cut"),
    "holes in it": (GOOD[:600] + bytes(5000), "photo_cut"),
    "a bomb": (png(60_000, 60_000, bytes(1000)), "photo_large"),
    "a wide bomb": (png(2_000_000, 20, bytes(1000)), "photo_large"),
    "announces too much": (announcing(GOOD, 65_000, 65_000), "photo_large"),
    "no pixels": (png(0, 0), "photo_bad"),
    "a thumbnail": (saved(grey(160, 120)), "photo_small"),
    "a thread": (saved(grey(4000, 20)), "photo_small"),
}


@pytest.mark.parametrize("name", FILES)
def test_each_gives_one_sentence(name):
    data, code = FILES[name]
    with pytest.raises(SetupError) as why:
        eye.seen(data, "photo.jpg")
    assert why.value.code == code
    for lang in ("fr", "en"):
        said = speaker(lang).say(f"error.{code}", **why.value.facts)
        assert said.startswith("photo.jpg")
        assert "{" not in said


@pytest.mark.parametrize("picture", [noise(), grey(1200, 900), Image.effect_mandelbrot((900, 900), (-2, -1, 1, 1), 50)])
def test_a_sound_picture_without_a_code_is_no_fault_and_shows_none(picture):
    assert [one for one in eye.seen(saved(picture), "x").codes if one.number] == []


def test_a_photograph_that_takes_too_long_is_left(monkeypatch):
    monkeypatch.setattr(eye, "SECONDS", 0)
    with pytest.raises(SetupError, match="photo_bad"):
        eye.seen(GOOD, "photo.jpg")


def test_a_photograph_taken_upright_is_read_upright():
    told = Image.Exif()
    told[0x0112] = 6
    assert eye.seen(saved(noise(), exif=told), "x").size == (900, 1200)
