"""What a cluster of workers on one machine gains, costs and survives; `python -m benchmarks.cluster --help`."""
