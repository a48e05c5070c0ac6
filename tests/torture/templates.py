"""Hostile town papers, made by script: to tire the reader, to break it, to travel along or to call outside.

`python -m tests.torture.templates FOLDER` writes them all.
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.export.templates import (
    DOCUMENT,
    LINKS,
    SETTINGS,
    STYLES,
    TYPE,
    Parts,
    both,
    changed,
    head,
    linked,
    put,
    whole,
    zipped,
)

HEAD = "word/header1.xml"
OUTSIDE = "https://outside.example/x"
ONE_PART = f'<Relationships><Relationship Id="a" Type="{TYPE}/officeDocument" Target="d.xml"/></Relationships>'
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
COMMAND = f"{MARK.format('begin')}<w:r><w:instrText>DDEAUTO c outside.example</w:instrText></w:r>{MARK.format('end')}"


def made() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Give each paper's name and what makes it."""
    yield from _tiring()
    yield from _broken()
    yield from _odd()
    yield from _zips()


def within(part: str, text: str) -> Callable[[], bytes]:
    """Put something where a part's root begins."""
    return lambda: changed(put(part, r"(<w:(?:document|styles|settings|hdr)\b[^>]*>)", r"\1" + text))


def _tiring() -> Iterator[tuple[str, Callable[[], bytes]]]:
    many = "".join(f' a{n}="x"' for n in range(100_000))
    spaces = "".join(f' xmlns:n{n}="u{n}"' for n in range(50_000))
    for part, name in ((DOCUMENT, "document"), (STYLES, "styles"), (SETTINGS, "settings"), (HEAD, "head")):
        yield f"{name}-of-empty-elements", within(part, "<w:p/>" * 900_000)
        yield f"{name}-deep", within(part, "<w:p>" * 200_000)
        yield f"{name}-deep-and-closed", within(part, "<w:r>" * 240 + "</w:r>" * 240)
        yield f"{name}-of-one-long-text", within(part, f"<w:t>{'x' * 5_500_000}</w:t>")
    yield "an-element-of-many-attributes", within(HEAD, f"<w:p{many}/>")
    yield "an-element-of-many-spaces", within(HEAD, f"<w:p{spaces}/>")
    yield (
        "many-styles",
        within(
            STYLES,
            "".join(
                f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/></w:style>' for n in range(60_000)
            ),
        ),
    )
    yield (
        "a-name-of-many-commas",
        within(
            STYLES, f'<w:style w:type="paragraph" w:styleId="s"><w:name w:val="{"heading 1," * 400_000}"/></w:style>'
        ),
    )
    yield (
        "styles-based-on-each-other",
        lambda: changed(put(STYLES, r'(w:styleId="Heading1">)', r'\1<w:basedOn w:val="Heading1"/>')),
    )
    yield "fields-without-an-end", within(HEAD, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 40_000)
    yield "many-sections", within(DOCUMENT, "<w:sectPr/>" * 100_000)
    yield "many-relations", lambda: changed(put(LINKS, "</Relationships>", "".join(
        f'<Relationship Id="r{n}" Type="{TYPE}/image" Target="media/{n}.png"/>' for n in range(50_000))
        + "</Relationships>"))  # fmt: skip


def _heads(parts: Parts) -> None:
    """Make five hundred sections, each with a head of its own, that are one part."""
    link = "".join(f'<Relationship Id="h{n}" Type="{TYPE}/header" Target="header1.xml"/>' for n in range(500))
    sections = (f'<w:sectPr><w:headerReference w:type="default" r:id="h{n}"/></w:sectPr>' for n in range(500))
    section = "".join(f"<w:p><w:pPr>{one}</w:pPr></w:p>" for one in sections)
    parts[HEAD] = parts[HEAD].replace(b"</w:p>", b"<w:r><w:t>x</w:t></w:r>" * 20_000 + b"</w:p>", 1)
    put(LINKS, "</Relationships>", f"{link}</Relationships>")(parts)
    put(DOCUMENT, "<w:body>", f"<w:body>{section}")(parts)


def _broken() -> Iterator[tuple[str, Callable[[], bytes]]]:
    sound = zipped(whole())
    for at in range(1, 11):
        yield f"cut-at-{at}", lambda at=at: sound[: len(sound) * at // 11]  # type: ignore[misc]
    for seed in range(12):
        yield f"flipped-{seed}", lambda seed=seed: _flipped(sound, seed)  # type: ignore[misc]


def _flipped(data: bytes, seed: int) -> bytes:
    dice, spoilt = random.Random(seed), bytearray(data)
    for _ in range(20):
        spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


def _odd() -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield "five-hundred-heads", lambda: changed(_heads)
    yield "a-head-that-is-the-document", lambda: changed(put(LINKS, r"header1\.xml", "document.xml"))
    yield (
        "a-head-that-is-its-own-picture",
        lambda: changed(put("word/_rels/header1.xml.rels", r"media/\S+?\.png", "header1.xml")),
    )
    yield "a-target-that-climbs", lambda: changed(put(LINKS, "header1.xml", "../../../../etc/passwd"))
    yield "a-target-of-the-disk", lambda: changed(put(LINKS, "header1.xml", "file:///etc/passwd"))
    yield (
        "all-outside",
        lambda: changed(
            both(
                *(
                    linked(one, OUTSIDE, ref=f"x{n}")
                    for n, one in enumerate(
                        (
                            "attachedTemplate",
                            "image",
                            "oleObject",
                            "frame",
                            "subDocument",
                            "hyperlink",
                            "header",
                            "styles",
                            "theme",
                        )
                    )
                )
            )
        ),
    )
    yield "a-picture-of-sixty-megabytes", lambda: changed(_large_picture)
    yield (
        "nothing-but-a-body",
        lambda: zipped(
            {
                "[Content_Types].xml": b"<Types/>",
                "_rels/.rels": ONE_PART.encode(),
                "d.xml": b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>",
            }
        ),
    )
    yield (
        "a-head-of-commands",
        lambda: changed(head(COMMAND * 2_000)),
    )


def _large_picture(parts: Parts) -> None:
    name = next(name for name in parts if name.startswith("word/media/"))
    parts[name] = parts[name][:8] + b"\0" * 60_000_000


def _zips() -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield "a-hundred-thousand-parts", lambda: zipped(whole() | {f"word/{n}.xml": b"" for n in range(100_000)})
    yield "a-part-of-a-gigabyte", _gigabyte
    yield "a-part-that-lies-about-its-size", _lying
    yield "names-that-climb", lambda: zipped(whole() | {"../../x": b"x", "/etc/x": b"x", "C:\\x": b"x"})
    yield "a-zip-in-a-zip-in-a-zip", lambda: zipped({"a.docx": zipped({"b.docx": zipped(whole())})})
    yield "one-name-many-times", _twice


def _gigabyte() -> bytes:
    out = io.BytesIO(zipped({name: data for name, data in whole().items() if name != STYLES}))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as new, new.open(STYLES, "w") as part:
        for _ in range(1024):
            part.write(b" " * 2**20)
    return out.getvalue()


def _lying() -> bytes:
    data = bytearray(zipped(whole() | {STYLES: b" " * 50_000_000}))
    size = (50_000_000).to_bytes(4, "little")
    return bytes(data).replace(size, (1_000).to_bytes(4, "little"))


def _twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, data in whole().items():
            new.writestr(name, data)
        for _ in range(400):
            new.writestr(zipfile.ZipInfo(DOCUMENT), b"<a/>")
    return out.getvalue()


if __name__ == "__main__":
    for called, make in made():
        (Path(sys.argv[1]) / f"{called}.docx").write_bytes(make())
