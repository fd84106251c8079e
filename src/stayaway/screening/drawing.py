"""Counts as bar charts, in SVG that stands in a page. Colour alone tells nothing; the same counts draw alike."""

from __future__ import annotations

import io
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

YES, UNSURE = "#5c1010", "#e0c268"
HATCH = "//"
MOST_LABELS = 24


def bars(title: str, labels: Sequence[str], yes: Sequence[int], unsure: Sequence[int], legend: tuple[str, str]) -> str:
    """A bar for each label: hits that are certain, and above them, hatched, those that are not sure."""
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "stayaway", "font.family": "sans-serif"}):
        figure = Figure(figsize=(9, 3), layout="constrained")
        axes = figure.subplots()
        places = range(len(labels))
        axes.bar(places, yes, color=YES, label=legend[0])
        axes.bar(places, unsure, bottom=yes, color=UNSURE, edgecolor=YES, hatch=HATCH, label=legend[1])
        every = max(1, -(-len(labels) // MOST_LABELS))
        axes.set_xticks(list(places)[::every], list(labels)[::every], rotation=60, ha="right", fontsize=8)
        axes.set_title(title, fontsize=10)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        if labels:
            axes.legend(fontsize=8, frameon=False)
        stream = io.StringIO()
        figure.savefig(stream, format="svg", metadata={"Date": None, "Title": title})
    drawn = stream.getvalue()
    return drawn[drawn.index("<svg") :].rstrip()
