"""How it scales and what it costs on AWS, by arithmetic and simulation alone: nothing here reads, writes or waits."""

from flickbook.engines.aws.estimating.bill import Architecture
from flickbook.engines.aws.estimating.calibration import Calibration, Sample, from_receipts, from_render, standard
from flickbook.engines.aws.estimating.forecast import Cloud, Estimate, Work, basis, estimate

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
