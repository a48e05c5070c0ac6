"""A step of the wheel's build: notes the commit it is built from, which `clap --version` tells.

The same commit gives the same bytes. A wheel made from an unpacked sdist carries what the sdist noted.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Stamp(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `built.json` into what is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Ask git, or read what was asked before; where neither knows, nothing is noted."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from game.places import built

        found = built.noted(root / built.FILE) or built.asked(root)
        if found is not None:
            file = Path(mkdtemp()) / built.FILE
            file.write_text(json.dumps(asdict(found)) + "\n", encoding="utf-8")
            within = "game/_data/" if self.target_name == "wheel" else ""
            build_data["force_include"][str(file)] = f"{within}{built.FILE}"
