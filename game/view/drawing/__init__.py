"""Before any workshop: the places of a town drawn on its plan."""
