"""What a run came to: counted as the entries pass by, so that no report needs them twice."""

from __future__ import annotations

from ..model import Safety, Severity
from .entry import Entry


class Tally:
    """Files, words, findings by severity and by rule, and what a fix would mend."""

    def __init__(self) -> None:
        self.files = 0
        self.words = 0
        self.touched = 0
        self.mended = 0
        self.broken = 0
        self.changed = 0
        self.severities: dict[Severity, int] = {}
        self.safeties: dict[Safety | None, int] = {}
        self.rules: dict[str, list[int]] = {}

    def add(self, entry: Entry) -> None:
        if entry.words is not None:
            self.files += 1
            self.words += entry.words
        self.mended += entry.mended
        self.broken += bool(entry.faults) or entry.problem is not None
        self.changed += bool(entry.diff)
        self.touched += bool(entry.findings)
        for finding in entry.findings:
            self.severities[finding.severity] = self.severities.get(finding.severity, 0) + 1
            self.safeties[finding.safety] = self.safeties.get(finding.safety, 0) + 1
            counts = self.rules.setdefault(finding.rule, [0, 0, 0])
            counts[0] += 1
            counts[1] += finding.safety is Safety.SAFE
            counts[2] += finding.safety is Safety.UNSAFE

    @property
    def findings(self) -> int:
        return sum(self.severities.values())

    def at_least(self, severity: Severity) -> int:
        """How many findings are as severe or more so."""
        return sum(count for found, count in self.severities.items() if found >= severity)

    def summary(self) -> str:
        """The last lines of a run: what was mended and found, what the fixes would mend, what was not checked."""
        lines = []
        if self.mended:
            lines.append(f"Mended {counted(self.mended, 'finding')}.")
        if self.findings:
            lines += [f"{counted(self.findings, 'finding')} in {self._where()}: {self._severities()}.", self._offer()]
        elif self.files:
            lines.append(f"Nothing {'else ' if self.mended else ''}found in {counted(self.files, 'file')}.")
        if self.broken:
            lines.append(f"{counted(self.broken, 'file')} not checked, or not wholly.")
        return "\n".join(lines or ["No files to check."])

    def _where(self) -> str:
        some = f"{self.touched:,} of " if self.touched < self.files else ""
        return some + counted(self.files, "file")

    def _severities(self) -> str:
        return ", ".join(f"{self.severities[s]:,} {s.name.lower()}" for s in sorted(self.severities, reverse=True))

    def _offer(self) -> str:
        safe, unsafe = self.safeties.get(Safety.SAFE, 0), self.safeties.get(Safety.UNSAFE, 0)
        if safe and unsafe:
            return f"--fix mends {safe:,}, --fix --unsafe {unsafe:,} more."
        if safe:
            return f"--fix mends {safe:,}."
        return f"--fix --unsafe mends {unsafe:,}." if unsafe else "None of them has a repair that can be made for you."

    def statistics(self) -> list[str]:
        """A line a rule, the most frequent first."""
        rows = sorted(self.rules.items(), key=lambda row: (-row[1][0], row[0]))
        table = [("findings", "safe", "unsafe", "per 1,000 words", "rule")]
        for rule, (count, safe, unsafe) in rows:
            table.append((f"{count:,}", f"{safe:,}", f"{unsafe:,}", f"{count * 1000 / max(1, self.words):.2f}", rule))
        widths = [max(len(row[i]) for row in table) for i in range(4)]
        return ["  ".join([*(c.rjust(w) for c, w in zip(row, widths, strict=False)), row[4]]) for row in table]


def counted(number: int, noun: str) -> str:
    """“1 file”, “2 files”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
