"""A real S3 server for the watch's tests too."""

from tests.storage.conftest import endpoint, s3

__all__ = ["endpoint", "s3"]
