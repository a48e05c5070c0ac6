"""What the table costs, each figure beside the least anything could cost: `python -m benchmarks [name…] [--json]`."""
