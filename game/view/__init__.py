"""The screens as data: a pure function from the session and the hands on it to a tree of frozen nodes."""
