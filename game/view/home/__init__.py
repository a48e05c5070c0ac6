"""Before the workshop: home, and the seats."""
