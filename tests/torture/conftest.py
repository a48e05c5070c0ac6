"""Slow attacks and wide grids: gathered only where CLAP_TORTURE is set, as `make torture` does."""

from __future__ import annotations

import os

collect_ignore_glob = [] if os.environ.get("CLAP_TORTURE") else ["test_*.py"]
