"""Measured traits of voices: pitch, pace, brightness, clarity.

Knows nothing of listeners, pages and routes.
"""
