"""Delivery of events to a webhook, by the scheme of Standard Webhooks."""
