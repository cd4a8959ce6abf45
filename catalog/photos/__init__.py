"""Photos from phones: read with suspicion, turned upright, stripped of everything but the picture."""
