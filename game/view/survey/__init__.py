"""The questions asked before and after: answered one by one without a name, then what changed."""
