"""What should I do next? The steps of each reader, most urgent first."""

from .advice import Audience, steps, steps_without_papers
from .step import Step, Urgency

__all__ = ["Audience", "Step", "Urgency", "steps", "steps_without_papers"]
