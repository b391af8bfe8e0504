"""Several takes in a row, such as a dialogue. Knows nothing of pages and routes."""
