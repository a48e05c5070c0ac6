"""The CLAP table: a council workshop on a town's purchases, on one shared screen."""
