"""Several takes in a row."""
