"""Embedded PostgreSQL and Valkey for the trial run, the tests and single commands.

Nothing in this package reads Django settings: it runs before them and gives them their addresses.
"""
