"""The engine of a cluster: jobs travel through a broker to workers, by Celery."""
