"""Order files: read, with every fault at once, and written.

>>> from stayaway.law.load import law_book
>>> papers = read_text("people: {ann: {name: Ann}, bo: }", "orders.yaml", law_book())
>>> papers.people["ann"].name
'Ann'
>>> try:
...     read_text("people: {ann: {nam: Ann}}", "orders.yaml", law_book())
... except FileFaults as wrong:
...     print(wrong, wrong.faults[0].nearest)
orders.yaml:1:16: file.unknown_key name
"""

from .codes import FileCode
from .faults import Fault, FileFaults
from .read import read_paper_facts, read_paper_path, read_path, read_text
from .schema import file_schema
from .write import write_text

__all__ = [
    "Fault",
    "FileCode",
    "FileFaults",
    "file_schema",
    "read_paper_facts",
    "read_paper_path",
    "read_path",
    "read_text",
    "write_text",
]
