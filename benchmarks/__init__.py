"""Figures of this program, each beside a neutral reference that is measured in the same run."""
