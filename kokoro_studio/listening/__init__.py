"""Blind listening: who is compared with whom, on what, and what the votes prove.

Knows nothing of pages and routes. Statistics are pure; who a side of a trial is stays in here until
its vote is cast.
"""
