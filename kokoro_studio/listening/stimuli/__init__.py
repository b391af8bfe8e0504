"""What is heard in a trial: sentences, performances trimmed and kept, files that are alike.

Knows nothing of votes.
"""
