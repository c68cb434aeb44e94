"""The only wing that imports libav (PyAV): opening, probing and decoding videos, frames as pictures, writing GIFs."""
