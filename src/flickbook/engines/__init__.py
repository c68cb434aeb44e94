"""Engines send jobs to workers: processes on this machine, a Celery cluster, or AWS Lambda."""
