"""A town's DOCX, DOTX or DOCM as letter paper: a new document with its page, heads, feet, styles, faces and logo."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from game.core.errors import ExportError, SetupError
from game.core.frozen import dataclass
from game.export.template.harmless import harmless
from game.export.template.parcel import PACKED, UNPACKED, Parcel
from game.export.template.sections import body, heads, page_of, sections
from game.export.template.tree import R, W, local, tree, w, written
from game.places import given

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"), (b"\x01\0\0\0", "emf"), (b"\xd7\xcd\xc6\x9a", "wmf"),
)  # fmt: skip
"""Pictures by how they begin, whatever they are called: a drawing in SVG may hold a script, and is not kept."""
LOOKS = {"styles": "styles", "theme": "theme", "numbering": "numbering", "fontTable": "fontTable"}
"""Parts kept besides heads and feet: the end of their relation's type, and their root or name."""
SETTINGS = (
    "zoom", "embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation",
    "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "characterSpacingControl", "compat", "mathPr",
    "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""Settings that are looks; all others (protection, a mail merge, an attached template) are left."""
ELEMENTS = 250_000
"""Opening signs of all that is read as a tree: an element takes some five hundred bytes."""
PROTECTED = ("documentProtection", "writeProtection", "readOnlyRecommended")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter paper: the bytes of an empty DOCX, and what of the town's file it does not have.

    `left` are among protection, changes, macros, links, objects.
    """

    content: bytes
    left: tuple[str, ...] = ()


@dataclass(slots=True)
class _Made:
    """The new document as it grows: its parts, and the relations of its text."""

    parts: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    media: dict[str, str] = field(default_factory=dict)

    def link(self, what: str, target: str) -> str:
        self.links.append((what, target))
        return f"rId{len(self.links)}"


Links = dict[str, tuple[str, str, bool]]
"""Relations by id: the end of their type, the part they lead to, whether they lead outside."""


def letter(template: Path) -> Letter:
    """Read a town's document. Raises ExportError with `path`: as `given.content` says, template_password,
    template_kind, template_strict, template_heavy, template_not_docx.
    """
    try:
        data = given.content(template, PACKED)
    except SetupError as error:
        if error.code == "file_too_big":
            raise ExportError("template_heavy", path=str(template), limit=UNPACKED // 1_000_000) from error
        raise ExportError(error.code, **error.facts) from error
    try:
        return _Town(Parcel(data)).letter()
    except ExportError as error:
        raise ExportError(error.code, **error.facts | {"path": str(template)}) from error


class _Town:
    """The town's document being read."""

    def __init__(self, parcel: Parcel) -> None:
        self._parcel, self._made, self._elements = parcel, _Made(), 0
        self._left = set(_told(parcel))
        main = [target for what, target, out in self._links("").values() if what == "officeDocument" and not out]
        if not main:
            raise ExportError("template_not_docx")
        self._main = main[0]
        self._document = self._tree(self._main, "document")
        self._targets = self._links(self._main)

    def letter(self) -> Letter:
        settings = self._settings()
        found = sections(self._document)
        trees = self._heads({ref for section in found for ref in section.refs.values()})
        filled = {ref for ref, root in trees.items() if _holds(root)}
        chosen = body(found, filled)
        even = settings.find(w("evenAndOddHeaders"))
        used = heads(chosen, filled, even=even is not None)
        if even is not None and not any(kind == "even" for _, kind in used):
            settings.remove(even)
        named = {ref: self._put_head(trees[ref], ref) for ref in dict.fromkeys(used.values())}
        page = page_of(chosen, {what: named[ref] for what, ref in used.items()})
        self._put("word/settings.xml", settings, "settings", "settings")
        self._looks()
        return Letter(self._zipped(harmless(page, {ref: ref for ref in named.values()})), tuple(sorted(self._left)))

    def _links(self, part: str) -> Links:
        folder, name = posixpath.split(part)
        file = posixpath.join(folder, "_rels", f"{name}.rels")
        if file not in self._parcel:
            return {}
        found: Links = {}
        for one in self._tree(file, "Relationships"):
            if local(one) != "Relationship":
                continue
            out = one.get("TargetMode") == "External"
            target = posixpath.normpath(posixpath.join("/", folder, unquote(one.get("Target") or ""))).lstrip("/")
            what = (one.get("Type") or "").rpartition("/")[2]
            if out and what != "hyperlink":
                self._left.add("links")
            found[one.get("Id") or ""] = (what, target, out)
        return found

    def _tree(self, part: str, root: str) -> Any:
        data = self._parcel.read(part)
        self._elements += data.count(b"<")
        if self._elements > ELEMENTS:
            raise ExportError("template_heavy", limit=UNPACKED // 1_000_000)
        found = tree(data)
        if local(found) != root:
            raise ExportError("template_not_docx")
        return found

    def _of_kind(self, what: str) -> str | None:
        return next((target for kind, target, out in self._targets.values()
                     if kind == what and not out and target in self._parcel), None)  # fmt: skip

    def _settings(self) -> Any:
        """Give the settings that are looks."""
        from lxml import etree

        made = etree.Element(w("settings"), nsmap={"w": W})
        part = self._of_kind("settings")
        if part is None:
            return made
        own = self._tree(part, "settings")
        self._links(part)
        if any(own.find(w(name)) is not None for name in PROTECTED):
            self._left.add("protection")
        if own.find(w("trackRevisions")) is not None:
            self._left.add("changes")
        made.extend(one for one in harmless(own, {}) if local(one) in SETTINGS)
        return made

    def _heads(self, refs: set[str]) -> dict[str, Any]:
        """Read the heads and feet: those of a relation that leads nowhere are as if they were not there."""
        found: dict[str, Any] = {}
        for ref in sorted(refs):
            what, target, out = self._targets.get(ref, ("", "", True))
            if what in ("header", "footer") and not out and target in self._parcel:
                found[ref] = self._tree(target, {"header": "hdr", "footer": "ftr"}[what])
        return found

    def _put_head(self, root: Any, ref: str) -> str:
        what, target, _ = self._targets[ref]
        number = sum(kind == what for kind, _ in self._made.links) + 1
        return self._put(f"word/{what}{number}.xml", root, what, what, target)

    def _looks(self) -> None:
        for what, root in LOOKS.items():
            part = self._of_kind(what)
            if part is not None:
                own = self._tree(part, {"fontTable": "fonts"}.get(root, root))
                kind = "application/vnd.openxmlformats-officedocument.theme+xml" if what == "theme" else what
                self._put(f"word/{what}.xml", own, what, kind, part)

    def _put(self, name: str, root: Any, what: str, kind: str, source: str = "") -> str:
        """Put a part, made harmless, with the pictures and faces it shows; give its relation."""
        kept, links = {}, []
        for ref, (kind_of, target, out) in (self._links(source) if source else {}).items():
            file = self._file(kind_of, target) if not out and target in self._parcel else None
            if file is not None:
                links.append((kind_of, posixpath.relpath(file, "word")))
                kept[ref] = f"rId{len(links)}"
        self._made.parts[name] = written(harmless(root, kept))
        self._made.kinds[name] = kind if "/" in kind else f"{WORD}{kind}+xml"
        if links:
            self._made.parts[f"word/_rels/{posixpath.basename(name)}.rels"] = _relations(links)
        return self._made.link(what, posixpath.basename(name))

    def _file(self, kind: str, target: str) -> str | None:
        """Put a picture or an embedded face in the new document, once; None for what is neither."""
        if kind not in ("image", "font"):
            return None
        if target not in self._made.media:
            data = self._parcel.read(target, UNPACKED)
            ending = "odttf" if kind == "font" else next((one for head, one in PICTURES if data.startswith(head)), "")
            if not ending:
                return None
            name = f"word/media/{kind}{len(self._made.media) + 1}.{ending}"
            self._made.parts[name] = data
            self._made.media[target] = name
        return self._made.media[target]

    def _zipped(self, page: Any) -> bytes:
        from lxml import etree

        document = etree.Element(w("document"), nsmap={"w": W, "r": R})
        etree.SubElement(document, w("body")).append(page)
        self._made.parts["word/document.xml"] = written(document)
        self._made.kinds["word/document.xml"] = f"{WORD}document.main+xml"
        self._made.parts["word/_rels/document.xml.rels"] = _relations(self._made.links)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            new.writestr("[Content_Types].xml", _types(self._made.kinds))
            new.writestr("_rels/.rels", _relations([("officeDocument", "word/document.xml")]))
            for name, data in self._made.parts.items():
                new.writestr(name, data)
        return out.getvalue()


def _told(parcel: Parcel) -> Iterator[str]:
    """Tell by its parts what a document has that no letter paper needs."""
    names = parcel.names()
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        yield "macros"
    if any("/embeddings/" in name or "/activex/" in name for name in names):
        yield "objects"
    if "docprops/custom.xml" in parcel and b"_MarkAsFinal" in parcel.read("docprops/custom.xml"):
        yield "protection"


def _holds(root: Any) -> bool:
    """Tell whether a head or a foot shows anything."""
    shown = ("drawing", "pict", "object", "fldSimple", "instrText", "tbl", "pBdr")
    return any((local(one) == "t" and (one.text or "").strip()) or local(one) in shown for one in root.iter())


def _relations(links: list[tuple[str, str]]) -> bytes:
    from lxml import etree

    root = etree.Element(f"{{{LINKS}}}Relationships", nsmap={None: LINKS})
    for n, (what, target) in enumerate(links, 1):
        facts = {"Id": f"rId{n}", "Type": f"{R}/{what}", "Target": target}
        etree.SubElement(root, f"{{{LINKS}}}Relationship", facts)
    return written(root)


def _types(kinds: dict[str, str]) -> bytes:
    from lxml import etree

    root = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})
    usual = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    usual |= {one: f"image/{'x-' * (one in ('emf', 'wmf'))}{one}" for _, one in PICTURES}
    usual["odttf"] = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    for ending, kind in usual.items():
        etree.SubElement(root, f"{{{TYPES}}}Default", {"Extension": ending, "ContentType": kind})
    for name, kind in kinds.items():
        etree.SubElement(root, f"{{{TYPES}}}Override", {"PartName": f"/{name}", "ContentType": kind})
    return written(root)
