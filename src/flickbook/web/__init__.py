"""The service: `flickbook serve`. The only room that knows FastAPI."""
