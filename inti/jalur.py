"""How a model hangs on people and units: what its permissions are computed from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class JalurAkses:
    """Lookup paths from a model to the people and the unit its permissions depend on; None: no such relation.

    Written on the model as `jalur_akses`. Where a record froze its assessor, the path names the frozen one.
    """

    pemilik: str | None = None
    penilai: str | None = None
    atasan_penilai: str | None = None
    unit: str | None = None  # the materialised path of the tree, e.g. "unit__path"
