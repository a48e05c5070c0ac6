"""The licences of what a bundle carries: a list, and each text as its makers give it.

`python .ci/licences.py FOLDER` gathers those of the packages installed in the Python it runs in.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMED = {"accesskit": "MIT OR Apache-2.0"}
"""Licences that a package's own description does not name; its texts do."""
TEXT = re.compile(r"(licen[cs]e|copying|notice|lgpl|authors)[^/]*$", re.IGNORECASE)
LIBRARY = re.compile(r"lib([A-Za-z]\w*?(?:2_\w+?)?)(?:64_)?-[\w.-]*[0-9a-f]{8}\..*so")
UNNAMED = "?"
NAME = re.compile(r"[\w.-]+")
CODE = (".py", ".pyc", ".pyi")
WITHIN = {
    "SDL2": "Zlib", "SDL2_image": "Zlib", "SDL2_ttf": "Zlib", "freetype": "FTL", "harfbuzz": "MIT",
    "png16": "libpng-2.0",
    "jpeg": "IJG AND BSD-3-Clause", "tiff": "libtiff", "webp": "BSD-3-Clause", "webpdemux": "BSD-3-Clause",
    "webpmux": "BSD-3-Clause", "sharpyuv": "BSD-3-Clause", "avif": "BSD-2-Clause", "lcms2": "MIT",
    "openjp2": "BSD-2-Clause", "brotlicommon": "MIT", "brotlidec": "MIT", "lzma": "0BSD", "zstd": "BSD-3-Clause",
    "Xau": "MIT", "xcb": "MIT", "geos": "LGPL-2.1-or-later", "geos_c": "LGPL-2.1-or-later",
    "scipy_openblas": "BSD-3-Clause", "gfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "quadmath": "LGPL-2.1-or-later",
}  # fmt: skip
"""Licences of the libraries that packages carry within them, by their names."""
HEAD = """Ce que porte ce dossier, et sous quelles licences ; les textes sont dans les dossiers à côté de cette liste.
What this folder carries, and under which licences; the texts are in the folders beside this list.

"""


@dataclass(frozen=True)
class Carried:
    """A thing that is carried: its name, its version, its licence as its makers name it, the files of its text."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def starter() -> Carried:
    """Give what starts a bundle: PyInstaller, whose licence lets it start any program. Raises PackageNotFoundError."""
    return _carried(distribution("pyinstaller"))


def packages() -> tuple[Carried, ...]:
    """List the table and all it needs here, by name. Raises PackageNotFoundError where something is not installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Distribution] = {}
    wanted = [project["name"], *(NAME.match(line)[0] for line in project["dependencies"])]
    while wanted:
        one = distribution(wanted.pop())
        if one.name.lower() not in found:
            found[one.name.lower()] = one
            wanted += list(_needs(one))
    return tuple(_carried(found[key]) for key in sorted(found))


def _needs(package: Distribution) -> Iterator[str]:
    """Give the names of what a package needs, that is installed: the rest is for other systems."""
    for line in package.requires or ():
        name = NAME.match(line)
        if name and "extra ==" not in line and _installed(name[0]):
            yield name[0]


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _carried(package: Distribution) -> Carried:
    facts = package.metadata
    kinds = [line.rpartition(" :: ")[2] for line in facts.get_all("Classifier") or () if line.startswith("License ::")]
    said = facts["License-Expression"] or NAMED.get(package.name) or (facts["License"] or "").partition("\n")[0]
    files = [Path(str(package.locate_file(file))) for file in package.files or () if TEXT.search(str(file))]
    texts = [file for file in files if file.suffix not in CODE and file.is_file() and "_data" not in file.parts]
    return Carried(package.name, package.version, said or ", ".join(kinds), tuple(texts))


def within(folder: Path) -> tuple[Carried, ...]:
    """List the libraries that packages carry, found in a bundle: their files bear a digest in their names."""
    found = {name[1]: name[0] for file in folder.glob("lib*") if (name := LIBRARY.match(file.name))}
    return tuple(Carried(f"lib{name}", "", WITHIN.get(name, UNNAMED), ()) for name in sorted(found))


def python() -> Carried:
    """Give Python itself."""
    homes = (
        Path(sys.base_prefix),
        Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}",
    )
    texts = [home / "LICENSE.txt" for home in homes if (home / "LICENSE.txt").is_file()]
    return Carried("Python", sys.version.partition(" ")[0], "PSF-2.0", tuple(texts) or _debian(Path(sys.executable)))


def libraries(files: Iterable[Path]) -> tuple[Carried, ...]:
    """List the system's own libraries among files, by their packages (Debian); other systems carry none."""
    found: dict[str, Carried] = {}
    for file in files:
        for text in _debian(file):
            found[text.parent.name] = Carried(text.parent.name, file.name, "", (text,))
    return tuple(found[key] for key in sorted(found))


def _debian(file: Path) -> tuple[Path, ...]:
    """Give the copyright of the package that a file of the system belongs to."""
    if shutil.which("dpkg-query") is None:
        return ()
    for path in {file, file.resolve(), *(Path(str(one).removeprefix("/usr")) for one in (file, file.resolve()))}:
        done = subprocess.run(["dpkg-query", "-S", str(path)], capture_output=True, text=True, check=False)
        text = Path("/usr/share/doc") / done.stdout.partition(":")[0] / "copyright"
        if done.returncode == 0 and text.is_file():
            return (text,)
    return ()


def gather(folder: Path, carried: Iterable[Carried]) -> None:
    """Write the list and the texts into a folder of their own."""
    lines = []
    for one in carried:
        room = folder / one.name
        for n, data in enumerate(dict.fromkeys(text.read_bytes() for text in one.texts), 1):
            name = next(text.name for text in one.texts if text.read_bytes() == data)
            room.mkdir(parents=True, exist_ok=True)
            (room / (name if not (room / name).exists() else f"{n}-{name}")).write_bytes(data)
        where = f"{one.name}/" if one.texts else "(nommée, sans texte / named, without a text)"
        lines.append(f"{f'{one.name} {one.version}'.strip()}: {one.licence or 'voir / see'} {where}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "LICENCES.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    gather(Path(sys.argv[1]), (*packages(), starter(), python()))
