"""The least that Django can do: a page that is a string, and a page after one SELECT."""
