"""A picture as PNG, for programs that do not read SVG: drawn with typst, an optional extra."""

from __future__ import annotations

from typing import Final

from facilitator.report.pdf_file import lettered
from facilitator.report.svg_shapes import Picture

DENSITY: Final = 216
"""Dots per inch, where a unit of the picture is a point: three dots for each."""
PAGE: Final = """
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: int(sys.inputs.width) * 1pt)
"""


def render(picture: Picture) -> bytes:
    """Give the picture as a file; typst has to be installed."""
    import typst

    made = typst.compile(
        PAGE.encode(),
        sys_inputs={"svg": lettered(picture), "width": str(picture.width)},
        ignore_system_fonts=True,
        format="png",
        ppi=DENSITY,
    )
    return bytes(made)
