"""A town's map as people bring it: its text, its objects, where they are on the globe, what is odd about them."""
