"""The codes of the website's texts on the journeys about somebody's papers."""

from stayaway.model import Code


class PapersCode(Code):
    """Titles, labels, hints and buttons of the forms and answers about somebody's orders."""

    OPEN_FILE = "papers.open_file"
