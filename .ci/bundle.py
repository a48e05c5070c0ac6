"""Builds the bundle: a folder that starts the table where there is no Python, packed in one file.

`python .ci/bundle.py [FOLDER]`, by a Python in which `.[bundle]` is installed; FOLDER is `dist` if none is given.
The same on Linux (tried), Windows and macOS (untried): a bundle starts on the kind of system it was built on.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import licences

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
SIDES = (256, 128, 64, 48, 32, 16)
"""Pixels of a side of the icon of a program for Windows."""


def main(out: Path) -> None:
    """Build, add what is read, pack, and tell the sizes."""
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        _noted(made)
        _icon(made / "clap.ico")
        command = ["PyInstaller", str(ROOT / ".ci" / "clap.spec"), "--noconfirm", "--log-level", "WARN"]
        where = ["--distpath", str(out), "--workpath", str(made / "work")]
        env = os.environ | {"CLAP_BUNDLE_MADE": str(made)}
        subprocess.run([sys.executable, "-m", *command, *where], check=True, cwd=ROOT, env=env)
        system = [Path(line) for line in (made / "system.txt").read_text(encoding="utf-8").splitlines()]
    folder = out / "clap"
    carried = (*licences.packages(), licences.starter(), licences.python())
    native = (*licences.libraries(system), *licences.within(folder / "_internal"))
    licences.gather(folder / "licences", (*carried, *native))
    shutil.copy(ROOT / "LICENSE", folder / "licences")
    shutil.copy(ROOT / "assets" / "desktop" / "LISEZMOI-README.txt", folder)
    packed = pack(folder, out)
    whole = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{folder}: {whole / 1e6:.0f} MB; {packed}: {packed.stat().st_size / 1e6:.0f} MB")


def _noted(made: Path) -> None:
    """Note what the bundle is built from."""
    from game.places import built

    (made / built.FILE).write_text(json.dumps(asdict(built.source())) + "\n", encoding="utf-8")


def _icon(file: Path) -> None:
    """Draw the icon at each size that Windows asks for."""
    import pygame
    from PIL import Image

    from game.places import shelves

    side = SIDES[0]
    drawn = pygame.image.load_sized_svg(shelves.icon(), (side, side))
    picture = Image.frombytes("RGBA", (side, side), pygame.image.tobytes(drawn, "RGBA"))
    picture.save(file, sizes=[(one, one) for one in SIDES])


def pack(folder: Path, out: Path) -> Path:
    """Pack a bundle in one file, named for its version and its kind of system."""
    from game.places import built

    kind = {"Darwin": "macos"}.get(platform.system(), platform.system().lower())
    name = out / f"clap-{built.release()}-{kind}-{platform.machine().lower()}"
    form = "zip" if os.name == "nt" else "gztar"
    return Path(shutil.make_archive(str(name), form, folder.parent, folder.name))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "dist").absolute())
