"""A believable regency for trial runs, tests and measurements: `kinerja.demo.isi(jumlah)`."""

from kinerja.demo.isi import BasisDataBerisi, akun, isi

__all__ = ["BasisDataBerisi", "akun", "isi"]
