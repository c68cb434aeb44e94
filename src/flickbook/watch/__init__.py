"""A folder or a prefix of a bucket, looked at again and again: what is new there, and whole, is made.

It remembers in the output store. What it holds in memory follows from that and from the last look.
"""
