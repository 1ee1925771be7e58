"""What a page or an answer shows, as frozen dataclasses, each in a fixed number of questions to the database."""
