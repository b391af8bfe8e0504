"""What is kept: files written whole, the database, its backup."""
