"""The sound of trials: sentences, trimmed performances that are kept, and files for the browser.

Knows nothing of votes.
"""
