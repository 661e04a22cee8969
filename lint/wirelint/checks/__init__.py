"""Rules that need code, one module a subject. A check is `(doc, page) -> Iterator[Hit]`; its words live on its page."""
