"""One port for page and API, and Hugging Face Spaces."""
