"""The only room that knows libav: input, probing, decoding, and the sinks that make pictures."""
