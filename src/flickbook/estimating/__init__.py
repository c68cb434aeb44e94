"""How it scales and what it costs on AWS, by arithmetic and simulation alone: nothing here reads, writes or waits."""

from flickbook.estimating.bill import Architecture
from flickbook.estimating.calibration import Calibration, Sample, from_receipts, from_render, standard
from flickbook.estimating.estimate import Cloud, Estimate, Work, basis, estimate

__all__ = [
    "Architecture",
    "Calibration",
    "Cloud",
    "Estimate",
    "Sample",
    "Work",
    "basis",
    "estimate",
    "from_receipts",
    "from_render",
    "standard",
]
