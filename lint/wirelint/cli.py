"""The commands. (To be replaced: a first door for measuring.)"""

from __future__ import annotations

import os
import sys

from .engine import check
from .fix import fix
from .report.data import Row, document_row, write
from .rulebook import Rule, read_pack, shipped_folder
from .text.read import decode, format_of, read


def main() -> None:
    args = sys.argv[1:]
    paths = [a for a in args[1:] if not a.startswith("-") and a not in ("json", "1")]
    rules = [Rule(page) for page in read_pack(shipped_folder(), own=True).pages if page["enabled"]]
    rows: list[Row] = []
    for path in paths:
        files = sorted(os.path.join(path, f) for f in os.listdir(path)) if os.path.isdir(path) else [path]
        for file in files:
            with open(file, "rb") as f:
                raw = decode(f.read(), file)
            doc = read(raw.removeprefix("\ufeff"), path=file, format=format_of(file))
            report = check(doc, rules)
            rows.append(document_row(doc, report))
            if "json" not in args:
                for x in report.findings:
                    fixes = " | ".join(
                        ";".join(f"{e.span.of(doc.text)!r}->{e.text!r}" for e in k.edits) + f" ({k.safety.value})"
                        for k in x.fixes[:2]
                    )
                    print(f"{x.rule} {x.span.of(doc.text)!r}: {x.message} [{fixes}]")
                for y in report.faults:
                    print("FAULT", y)
            if "--fixed" in args:
                print(fix(doc, rules, lambda raw: read(raw, path=file), unsafe="--unsafe" in args).document.raw)
    if "json" in args:
        write(rows, sys.stdout)
    sys.exit(2 if any(r["faults"] for r in rows) else 1 if any(r["findings"] for r in rows) else 0)
