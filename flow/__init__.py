"""The story, one verb a file, one transaction each."""
