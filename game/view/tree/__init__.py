"""What a screen is made of: boxes, marks, nodes, colours, and what a part may read."""
