"""What a PDF tells the program that prints it: at its true size, on both sides."""

from __future__ import annotations

import re

DUPLEX = {"long": b"DuplexFlipLongEdge", "short": b"DuplexFlipShortEdge"}


def told(pdf: bytes, flip: str) -> bytes:
    """Add printing wishes to a PDF, as an update at its end (PDF 32000-1, 7.5.6 and 12.2); as it was if unlike ours."""
    found = re.search(rb"(\d+) 0 obj\s*(<<\s*/Type\s*/Catalog\b.*?)\bendobj", pdf, re.DOTALL)
    tail = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", pdf, re.DOTALL)
    if found is None or tail is None or b"/ViewerPreferences<<" not in found[2]:
        return pdf
    wishes = b"/ViewerPreferences<<" + b"/PrintScaling/None/Duplex/" + DUPLEX.get(flip, b"Simplex")
    body = found[2].replace(b"/ViewerPreferences<<", wishes, 1)
    lead = b"" if pdf.endswith(b"\n") else b"\n"
    where = len(pdf) + len(lead)
    update = b"%s 0 obj\n%sendobj\n" % (found[1], body)
    table = b"xref\n%s 1\n%010d 00000 n \n" % (found[1], where)
    trailer = b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (tail[1], tail[2], where + len(update))
    return pdf + lead + update + table + trailer
