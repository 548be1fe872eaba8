"""Charts as SVG text for a page, in the page's own colours: they follow its light and dark."""

import io
import re
from collections.abc import Sequence

from grader.errors import LibraryMissing

TEXT, BARS = "#010203", "#040506"
"""Colours that stand for the page's variables."""


def histogram(scores: Sequence[float], most: float) -> str:
    """How many have which mark, from 0 to `most`.

    Raises:
        LibraryMissing: matplotlib is not installed.
    """
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
        from matplotlib.ticker import MaxNLocator
    except ImportError as error:
        raise LibraryMissing("The class report needs matplotlib: pip install 'course[batch]'.") from error
    step = max(1, round(most / 10))
    edges = [step * place - step / 2 for place in range(int(most // step) + 2)]
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "course"}):
        figure = Figure(figsize=(6, 2.2), layout="constrained")
        axes = figure.subplots()
        axes.hist(scores, bins=edges, rwidth=0.85, color=BARS)
        axes.set_xlim(-step / 2, most + step / 2)
        axes.set_xlabel("points", color=TEXT)
        axes.set_ylabel("hand-ins", color=TEXT)
        axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
        axes.xaxis.set_major_locator(MaxNLocator(11, integer=True))
        axes.tick_params(colors=TEXT)
        for side, spine in axes.spines.items():
            spine.set_visible(side in ("left", "bottom"))
            spine.set_color(TEXT)
        written = io.StringIO()
        figure.savefig(written, format="svg", transparent=True, metadata={"Date": None})
    return _of_the_page(written.getvalue(), f"Distribution of marks of {len(scores)} hand-ins, 0 to {most:g} points")


def _of_the_page(svg: str, label: str) -> str:
    """Only the element, as wide as there is room, its colours the page's."""
    element = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    element = re.sub(r' width="[^"]*"| height="[^"]*"', "", element.partition(">")[0]) + ">" + element.partition(">")[2]
    element = element.replace("<svg", f'<svg role="img" aria-label="{label}" class="chart"', 1)
    return element.replace(TEXT, "currentColor").replace(BARS, "var(--link)")
