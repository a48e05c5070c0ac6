"""What people type that is no YAML, and what they meant by it."""
