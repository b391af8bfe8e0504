"""Shared by all tabs: components, events, errors, the player, the theme."""
