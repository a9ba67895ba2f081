"""Each relation once, as a condition in SQL. A model says by which paths it hangs on people and units."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from akses.enums import Relasi
from akses.pelaku import Pelaku
from inti.jalur import JalurAkses

# What never matches, whatever the table.
TIADA = Q(pk__in=[])


def _orang(jalur: str | None, pelaku: Pelaku) -> Q:
    return Q(**{jalur: pelaku.pegawai_id}) if jalur and pelaku.pegawai_id else TIADA


def _subpohon(jalur: str | None, awalan: Iterable[str]) -> Q:
    syarat = [Q(**{f"{jalur}__startswith": a}) for a in awalan] if jalur else []
    return reduce(or_, syarat, TIADA)


def _selalu(ya: bool) -> Q:
    return Q() if ya else TIADA


def q_relasi(relasi: Relasi, jalur: JalurAkses, pelaku: Pelaku) -> Q:
    """Rows to which `pelaku` stands in `relasi`."""
    match relasi:
        case Relasi.SENDIRI:
            return _orang(jalur.pemilik, pelaku)
        case Relasi.PENILAI:
            return _orang(jalur.penilai, pelaku)
        case Relasi.ATASAN_PENILAI:
            return _orang(jalur.atasan_penilai, pelaku)
        case Relasi.REKAN:
            return Q(**{jalur.unit: pelaku.unit_path}) if jalur.unit and pelaku.unit_path else TIADA
        case Relasi.KEPALA:
            return _subpohon(jalur.unit, pelaku.memimpin)
        case Relasi.PENGELOLA_OPD | Relasi.PIMPINAN:
            return _subpohon(jalur.unit, pelaku.lingkup(relasi))
        case _:
            return _selalu(pelaku.berperan(relasi))


def q_salah_satu(relasi: Iterable[Relasi], jalur: JalurAkses, pelaku: Pelaku) -> Q:
    """Rows to which `pelaku` stands in at least one of the relations."""
    syarat = [q for r in sorted(relasi) if (q := q_relasi(r, jalur, pelaku)) != TIADA]
    if any(q == Q() for q in syarat):
        return Q()
    return reduce(or_, syarat, TIADA)


def jalur_dari(model: type[models.Model]) -> JalurAkses:
    """The paths a model declares; a model without them cannot be asked about."""
    jalur = getattr(model, "jalur_akses", None)
    if not isinstance(jalur, JalurAkses):
        raise TypeError(f"{model.__name__} declares no jalur_akses")
    return jalur
