"""One port for page and API, and Hugging Face Spaces. Knows nothing of what is said."""
