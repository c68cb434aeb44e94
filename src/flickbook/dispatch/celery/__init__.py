"""Carry jobs through a broker, with Celery: RabbitMQ, Redis or SQS."""
