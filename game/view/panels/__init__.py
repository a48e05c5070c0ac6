"""The parts of a session's screens, one file each: `build(sight, session, box) -> Node` filling `box`."""
