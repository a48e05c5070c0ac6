"""The purchases that departments propose: an empty sheet out, the filled one in, to a scenario or to a session."""
