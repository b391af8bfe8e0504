"""Contestants: voices of this studio, recordings, espeak-ng, other systems.

Each makes sound of a text. Knows nothing of trials.
"""
