"""A report becomes output; never the other way."""
