"""A client of the S3 server, for tests that inspect what Flickbook stored there."""

from obstore.store import S3Store

from scripts.services import KEY, SECRET


def bucket(endpoint: str, name: str) -> S3Store:
    """Open a bucket by a separate client. SeaweedFS makes a bucket at the first upload."""
    return S3Store(
        name,
        endpoint=endpoint,
        access_key_id=KEY,
        secret_access_key=SECRET,
        region="us-east-1",
        virtual_hosted_style_request=False,
        client_options={"allow_http": True},
    )
