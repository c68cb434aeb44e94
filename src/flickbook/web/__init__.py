"""The service: an HTTP interface to videos and their books, uploads, and the page."""
