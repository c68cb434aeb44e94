"""The price table that `flickbook estimate` multiplies with; AWS changes it, so it is dated and can be overridden."""

from typing import Annotated

from msgspec import Meta, Struct

Dollars = Annotated[float, Meta(ge=0)]


class Prices(Struct, frozen=True, forbid_unknown_fields=True):
    """What AWS charges, in US dollars: on-demand, first tier, without the free tier and without tax.

    Published prices as of 2026-03-13, us-east-1, as quoted on that day or in that week by
    https://wring.co/blog/aws-lambda-pricing-guide (Lambda), https://cloudburn.io/blog/amazon-eventbridge-pricing and
    https://cloudburn.io/blog/amazon-s3-pricing, S3's requests and transfer also by
    https://devnotes.tech/understanding-aws-s3-pricing-a-complete-cost-breakdown-with-examples; the originals are https://aws.amazon.com/lambda/pricing/,
    https://aws.amazon.com/eventbridge/pricing/ and https://aws.amazon.com/s3/pricing/. A GB-second is 2^30 bytes of
    memory for a second; stored and served GB are 10^9 bytes here, which errs upwards by 7 %. Custom events and
    S3's own "Object Created" events cost the same; HEAD is priced as GET, LIST as PUT. S3 and Lambda of one region
    move bytes between them free of charge.
    """

    price_region: str = "us-east-1"
    price_date: str = "2026-03-13"
    price_gb_second_arm64: Dollars = 0.0000133334
    price_gb_second_x86_64: Dollars = 0.0000166667
    price_million_invocations: Dollars = 0.20
    price_million_events: Dollars = 1.00
    price_thousand_puts: Dollars = 0.005
    price_thousand_gets: Dollars = 0.0004
    price_gb_month_stored: Dollars = 0.023
    price_gb_served: Dollars = 0.09
