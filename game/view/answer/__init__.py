"""What hands and keys do: inputs in, the next view and commands out."""
