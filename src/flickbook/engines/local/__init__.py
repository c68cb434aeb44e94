"""The engine of one machine: a pool of processes."""
