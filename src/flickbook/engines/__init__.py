"""Engines carry jobs to where they are done: processes on this machine, a Celery cluster, or AWS Lambda."""
