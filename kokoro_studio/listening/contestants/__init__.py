"""Who can be compared: voices of ours, recordings, a robot, other systems.

Knows nothing of trials: each makes sound of a text.
"""
