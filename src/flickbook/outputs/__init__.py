"""Outputs: the kinds of files made of a video. A new output is a file here and a line in `registry`."""
