"""A file becomes text one can question."""
