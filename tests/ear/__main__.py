"""Plays the acts of each transcript again, and writes what is heard now: `python -m tests.ear [fr|en]`."""

from __future__ import annotations

import os
import sys
import tempfile

os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}

from tests.ear.deputy import LANGUAGES, acts, seated, told

for lang in sys.argv[1:] or LANGUAGES:
    with tempfile.TemporaryDirectory() as home:
        os.environ["CLAP_HOME"] = home
        with seated(lang) as deputy:
            for step in acts(told(lang).read_text(encoding="utf-8").splitlines()):
                deputy.act(step)
        told(lang).write_text("\n".join([*deputy.transcript, ""]), encoding="utf-8")
