"""The report of a run as one HTML file: counts, tables, pictures, method and hashes, every row that is not sure."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from html import escape
from io import TextIOWrapper
from itertools import islice
from pathlib import Path

from stayaway.files.whole import write_whole, writing_whole
from stayaway.model import Answer
from stayaway.wording.say import Speaker
from stayaway.wording.screening import ScreeningCode as Code

from .drawing import bars
from .results import MARKS
from .running import Job, Run, tables_of

MOST_SHOWN = 20_000
"""How many rows that are not sure a page can show; the file beside it has all of them."""
STYLE = """
body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;margin:.5rem 0 1.5rem}th,td{border:1px solid #767676;padding:.2rem .6rem;text-align:left}
td.n{text-align:right}svg{max-width:100%;height:auto}code{overflow-wrap:anywhere}
@media print{h2{break-after:avoid}tr{break-inside:avoid}}
"""


def write_report(job: Job, run: Run, speaker: Speaker) -> tuple[str, ...]:
    """Write the report, the list of rejected rows and that of unsure ones; the names of the files."""
    parts = job.out / "parts"
    _write_rejects(job.out / "rejects.csv", parts, speaker)
    _write_unsure(job.out / "unsure.csv", parts)
    write_whole(job.out / "report.html", "".join(_page(job, run, speaker)).encode("utf-8"))
    return (f"hits.{'csv' if job.csv else 'parquet'}", "rejects.csv", "unsure.csv", "summary.json", "report.html")


def _page(job: Job, run: Run, speaker: Speaker) -> Iterable[str]:
    def say(code: Code, **facts: object) -> str:
        return escape(speaker.sentence(code, facts))

    counts = run.counts
    yield f'<!doctype html><html lang="{speaker.language}"><head><meta charset="utf-8">'
    yield f"<title>{say(Code.TITLE)}</title><style>{STYLE}</style></head><body><main><h1>{say(Code.TITLE)}</h1>"
    yield f"<p>{say(Code.WHAT_IT_IS)}</p><p>{say(Code.CLEAR_IS_NO_PERMISSION)}</p>"
    yield f"<h2>{say(Code.COUNTS)}</h2>"
    told = (
        *counts.rows_told,
        (Code.HITS, counts.hits),
        (Code.MARKED, counts.marked),
        *((code, counts.by_mark[code]) for code in MARKS.values() if counts.by_mark[code]),
        (Code.ASKED, counts.asked),
        (Code.ONE_BY_ONE, counts.alone),
    )
    yield _table((), [(say(code), speaker.number(number)) for code, number in told])
    yield f"<p>{agreement(run, speaker)}</p>"
    yield from _tables(job, run, speaker, say)
    yield f"<h2>{say(Code.UNSURE_ROWS)}</h2>"
    unsure = sum(count for key, count in counts.by_order.items() if key.endswith(f"\t{Answer.UNSURE}"))
    yield from _unsure(job, unsure, say)
    if counts.by_reject:
        yield f"<h2>{say(Code.REJECTED_WHY)}</h2>"
        yield _table((), [(say(Code(code)), speaker.number(n)) for code, n in sorted(counts.by_reject.items())])
    yield f"<h2>{say(Code.METHOD)}</h2>"
    method = (Code.METHOD_CORE, Code.METHOD_ONCE, Code.METHOD_PEOPLE, Code.METHOD_PLACES)
    yield "".join(f"<p>{say(code)}</p>" for code in method) + f"<p>{say(Code.METHOD_TIME, zone=job.zone.key)}</p>"
    yield f"<h2>{say(Code.FILES)}</h2>"
    for one in ("contacts", "orders"):
        file = run.fingerprint[one]
        yield f"<p><code>{say(Code.FILE_HASH, file=file['name'], hash=file['sha256'])}</code></p>"
    made_with = {name: run.fingerprint[name] for name in ("version", "engine")}
    yield f"<p>{say(Code.VERSION, **made_with)}</p></main></body></html>\n"


def agreement(run: Run, speaker: Speaker) -> str:
    """The line that says that every row that came in came out; raises ValueError where one did not."""
    counts = run.counts
    if not counts.agree:
        raise ValueError(f"{counts.rows} rows came in, {counts.hit + counts.clear + counts.rejected} came out")
    facts = {"rows": counts.rows, "hit": counts.hit, "clear": counts.clear, "rejected": counts.rejected}
    return speaker.sentence(Code.COUNTS_AGREE, facts)


def _tables(job: Job, run: Run, speaker: Speaker, say: Callable[..., str]) -> Iterable[str]:
    legend = (speaker.word(Answer.YES), speaker.word(Answer.UNSURE))
    yield f"<p>{say(Code.IN_ZONE, zone=job.zone.key)}</p>"
    for heading, label, counter in (
        (Code.BY_ORDER, Code.LABEL_ORDER, run.counts.by_order),
        (Code.BY_DAY, Code.LABEL_DAY, run.counts.by_day),
        (Code.BY_HOUR, Code.LABEL_HOUR, run.counts.by_hour),
    ):
        labels = _labels(counter, every_hour=heading is Code.BY_HOUR)
        yes, unsure = ([counter[f"{key}\t{answer}"] for key in labels] for answer in ("yes", "unsure"))
        yield f"<h2>{say(heading)}</h2>" + bars(speaker.sentence(heading), labels, yes, unsure, legend)
        rows = [(escape(key), *map(speaker.number, numbers)) for key, *numbers in zip(labels, yes, unsure, strict=True)]
        yield _table((say(label), *map(escape, legend)), [row for row in rows if row[1:] != ("0", "0")])


def _labels(counter: Counter[str], *, every_hour: bool) -> list[str]:
    keys = {key.split("\t")[0] for key in counter}
    if every_hour and keys:
        keys |= {f"{hour:02}" for hour in range(24)}
    return sorted(keys)


def _unsure(job: Job, unsure: int, say: Callable[..., str]) -> Iterable[str]:
    heads = (
        *(Code.LABEL_ROW, Code.LABEL_WHEN, Code.LABEL_ORDER, Code.LABEL_TERMS),
        *(Code.LABEL_STANDING, Code.LABEL_SERVICE, Code.LABEL_REASONS),
    )
    rows = [tuple(map(escape, row)) for row in islice(_unsure_rows(job.out / "parts"), MOST_SHOWN)]
    yield _table(tuple(say(head) for head in heads), rows) if rows else f"<p>{say(Code.NO_UNSURE_ROWS)}</p>"
    if unsure > len(rows):
        yield f"<p>{say(Code.MORE_UNSURE, shown=len(rows), count=unsure)}</p>"


def _unsure_rows(parts: Path) -> Iterable[tuple[str, ...]]:
    for table in tables_of(parts, "hits"):
        for hit in table.to_pylist():
            if hit["answer"] == Answer.UNSURE:
                when = hit["day"] or hit["instant"]
                said = (hit["order"], hit["terms"], hit["standing"], hit["service"], hit["reasons"])
                yield str(hit["row"]), when.isoformat(), *said


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = f"<tr>{''.join(f'<th scope=col>{one}</th>' for one in heads)}</tr>" if heads else ""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{head}{body}</table>"


def _write_rejects(path: Path, parts: Path, speaker: Speaker) -> None:
    _write_lines(
        path,
        ("row", "column", "read", "code", "reason"),
        (
            (one["row"], one["column"], one["read"], one["code"], speaker.sentence(Code(one["code"])))
            for table in tables_of(parts, "rejects")
            for one in table.to_pylist()
        ),
    )


def _write_unsure(path: Path, parts: Path) -> None:
    _write_lines(path, ("row", "when", "order", "terms", "standing", "service", "reasons"), _unsure_rows(parts))


def _write_lines(path: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A CSV, written row by row: it may be larger than memory."""
    with writing_whole(path) as file:
        stream = TextIOWrapper(file, encoding="utf-8", newline="")
        writer = csv.writer(stream)
        writer.writerow(heads)
        writer.writerows(rows)
        stream.detach()
