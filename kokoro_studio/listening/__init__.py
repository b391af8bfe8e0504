"""Blind listening tests: contestants, designs, trials, responses, statistics.

Knows nothing of pages and routes. The statistics are pure functions. The contestants of a trial are
not revealed before its vote.
"""
