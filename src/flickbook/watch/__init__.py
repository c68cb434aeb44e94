"""Watch a folder or a bucket prefix: scan it repeatedly and make each new video once its upload has ended.

Progress is remembered in the output store. The state in memory can be rebuilt from it and the last scan.
"""
