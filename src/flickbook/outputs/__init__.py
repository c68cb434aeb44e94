"""Outputs: the kinds of files that are made of a video. A new one is a file here and a line in `registry`."""
