"""What a voice sounds like, in numbers."""
