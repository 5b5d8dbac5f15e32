"""What typst may see: the shipped fonts and no others, so that it sets the same on every machine."""

from __future__ import annotations

from functools import cache

import typst

from renderers import fonts


@cache
def our_fonts() -> typst.Fonts:
    """The fonts in ``renderers/fonts``."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.folder()])
