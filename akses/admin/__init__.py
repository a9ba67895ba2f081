"""Admin pages that ask the permission matrix."""

from akses.admin.impor import BerkasImporAdmin

__all__ = ["BerkasImporAdmin"]
