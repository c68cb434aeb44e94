"""The output store: books, their receipts, order records and index, and the completion of a book."""
