"""Exporting a document at the service's limits."""

from .common import numbers_of, report


def export():
    for target, milliseconds in numbers_of("bench-exporttargets").items():
        report(f"export, {target}, ms", milliseconds, "<= 5", "a document at the service's limits")
