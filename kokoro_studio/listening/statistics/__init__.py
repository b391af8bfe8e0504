"""Statistics of votes and scores, as pure functions.

Knows nothing of sound, trials, databases or pages.
"""
