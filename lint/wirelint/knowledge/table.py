"""A sorted text file that answers one key at a time, without being read whole."""

import mmap
from collections.abc import Iterator

PREFIX = 3
"""Bytes of a key that name its block. A word never asked before costs 5.0 µs with 2 bytes, 2.2 with 3, 2.5 with 4."""
REMEMBERED = 50_000
"""Answers kept before the memory starts afresh; a long run over many articles must not grow for ever."""

Row = tuple[str, ...]


class Table:
    """Rows `key TAB field TAB field …` under one comment line, sorted by code point of key.

    UTF-8 keeps the order of code points, so the file is bisected as bytes, and nothing but the file itself ships.
    """

    __slots__ = ("_answers", "_blocks", "_bytes", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self._bytes: mmap.mmap | None = None
        self._blocks: dict[bytes, tuple[int, int]] = {}
        self._answers: dict[str, Row | None] = {}

    def get(self, key: str) -> Row | None:
        """The fields after `key`, or None where the table does not have it."""
        try:
            return self._answers[key]
        except KeyError:
            pass
        if len(self._answers) >= REMEMBERED:
            self._answers.clear()
        answer = self._answers[key] = self._look_up(key)
        return answer

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        for key, _ in self.rows():
            yield key

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every key with its fields, in the order of the file; for tests and for making lists."""
        with open(self.path, encoding="utf-8", newline="\n") as lines:
            next(lines)
            for line in lines:
                key, *fields = line.rstrip("\n").split("\t")
                yield key, tuple(fields)

    def beginning(self, prefix: str) -> Iterator[str]:
        """The keys that begin so, in the order of the file."""
        content = self._bytes or self._open()
        start, end = self._block(content, prefix.encode("utf-8", "surrogatepass"))
        for line in content[start + 1 : end].splitlines():
            yield line.partition(b"\t")[0].decode("utf-8")

    def _look_up(self, key: str) -> Row | None:
        if "\t" in key or "\n" in key:
            return None
        content = self._bytes or self._open()
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"
        prefix = wanted[:PREFIX]
        block = self._blocks.get(prefix)
        if block is None:
            block = self._blocks[prefix] = self._block(content, prefix)
        start, end = block
        at = content.find(b"\n" + wanted, start, end)
        if at < 0:
            return None
        line = content[at + 1 + len(wanted) : content.find(b"\n", at + 1)]
        return tuple(line.decode("utf-8").split("\t"))

    def _open(self) -> mmap.mmap:
        with open(self.path, "rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return self._bytes

    @staticmethod
    def _block(content: mmap.mmap, prefix: bytes) -> tuple[int, int]:
        """From the line feed before the first line that begins with `prefix` to the line feed that ends the last."""
        start = _first(content, prefix)
        # No byte of UTF-8 is 0xFF, so this prefix sorts after every line that shares ours.
        return start, _first(content, prefix + b"\xff") + 1


def _first(content: mmap.mmap, prefix: bytes) -> int:
    """Offset of the line feed before the first line that does not sort before `prefix`."""
    low, high = content.find(b"\n"), len(content) - 1
    width = len(prefix)
    while low < high:
        middle = content.rfind(b"\n", low, (low + high) // 2 + 1)
        if content[middle + 1 : middle + 1 + width] < prefix:
            low = content.find(b"\n", middle + 1)
        else:
            high = middle
    return low
