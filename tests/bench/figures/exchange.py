"""Exporting a document at the service's limits: 276,400 bytes of hyperparameters."""

from .common import numbers_of, report


def export():
    numbers = numbers_of("bench-exporttargets")
    targets = {name: value for name, value in numbers.items() if not name.startswith(("worst", "stroke"))}
    slowest = max(targets, key=targets.get)
    report("export, slowest target and form, ms", numbers["worst"], "<= 5",
           f"{slowest}; median of {len(targets)} {sorted(targets.values())[len(targets) // 2]:.2f} ms")
    report("export, every letter an escape, ms", numbers["worst-escaped"], "", "no such job is known; for the record")
    report("export, a key stroke in the preview, ms", numbers["stroke"], "<= 5", "the slowest target")
