"""What lies in the output store: books, the index of books, and when a book is complete."""
