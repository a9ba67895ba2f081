"""The reference: a bare Django with one view, for the same server software and the same PostgreSQL."""
