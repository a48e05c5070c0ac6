"""The window: pygame, pixels, hands and the assistive bridge. The only room that knows pygame."""
