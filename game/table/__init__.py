"""The window: pygame, pixels, hands and the assistive bridge. The only room that knows pygame."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
