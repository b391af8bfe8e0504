"""Where a mix lies among the released voices."""
