"""Released voices and own ones: ids, names, style packs."""
