"""One open session: gestures in, rows in its file, the session as it stands."""
