"""The permission matrix: for every permission, the relations that give it. The only place that says so.

tests/akses/matriks.csv is the same sheet written by hand; a test compares the two.
"""

from akses.enums import Izin, Relasi

_S, _P, _A = Relasi.SENDIRI, Relasi.PENILAI, Relasi.ATASAN_PENILAI
_R = Relasi.REKAN
_PI, _PO, _PM = Relasi.PENGELOLA_INSTANSI, Relasi.PENGELOLA_OPD, Relasi.PIMPINAN
_AU, _AS = Relasi.AUDITOR, Relasi.ADMIN_SISTEM

MATRIKS: dict[Izin, frozenset[Relasi]] = {
    Izin.PEGAWAI_LIHAT: frozenset({_S, _P, _A, _R, _PI, _PO, _PM, _AU, _AS}),
    Izin.PEGAWAI_LIHAT_RAHASIA: frozenset({_S, _PI, _PO, _AU}),
    Izin.PEGAWAI_KELOLA: frozenset({_PI, _PO}),
    Izin.PEGAWAI_IMPOR: frozenset({_PI}),
    Izin.ORGANISASI_KELOLA: frozenset({_PI}),
    Izin.PERAN_KELOLA: frozenset({_PI, _AS}),
    Izin.AKUN_KELOLA: frozenset({_PI, _AS}),
    Izin.SIKLUS_LIHAT: frozenset({_PI, _PO, _PM, _AU, _AS}),
    Izin.SIKLUS_KELOLA: frozenset({_PI}),
    Izin.SKP_LIHAT: frozenset({_S, _P, _A, _PI, _PO, _PM, _AU}),
    Izin.SKP_SUSUN: frozenset({_S}),
    Izin.SKP_TETAPKAN: frozenset({_P}),
    Izin.LAPORAN_LIHAT: frozenset({_S, _P, _A, _PI, _PO, _AU}),
    Izin.LAPORAN_TULIS: frozenset({_S}),
    Izin.UMPAN_BALIK_LIHAT: frozenset({_S, _P, _A, _AU}),
    Izin.UMPAN_BALIK_TULIS: frozenset({_P, _A}),
    Izin.EVALUASI_LIHAT: frozenset({_S, _P, _A, _PI, _PO, _PM, _AU}),
    Izin.EVALUASI_NILAI_DIRI: frozenset({_S}),
    Izin.EVALUASI_NILAI: frozenset({_P}),
    Izin.EVALUASI_TERIMA: frozenset({_S}),
    Izin.PESAN_LIHAT: frozenset({_S}),
}
