"""Signatures a second against the hashing that they cannot do without."""

from .common import numbers_of, report


def signatures():
    numbers = numbers_of("bench-signatures")
    report("signatures, ours / OpenSSL alone", numbers["signatures"] / numbers["hashing"], ">= 0.50",
           f"ours {numbers['signatures']:,.0f}/s, hashing alone {numbers['hashing']:,.0f}/s")
