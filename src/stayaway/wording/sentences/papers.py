"""The texts of the website's journeys about somebody's papers."""

from ..language import N_
from ..papers import PapersCode as Code

SENTENCES = {
    Code.OPEN_FILE: N_("Open an order file."),
}
