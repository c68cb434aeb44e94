"""Estimates of scaling and cost on AWS, by arithmetic and simulation: no module here reads, writes or waits."""

from flickbook.engines.aws.estimating.calibration import Calibration, Sample, from_receipts, from_render, standard
from flickbook.engines.aws.estimating.forecast import Architecture, Cloud, Estimate, Work, basis, estimate

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
