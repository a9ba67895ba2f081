"""What comes next in an improvement plan, in one sentence for whoever reads it."""

from collections.abc import Sequence
from datetime import date

from inti.tanda import Kalimat, kalimat
from penghargaan.enums_tindak_lanjut import Pihak, StatusRencana, StatusTindakan
from penghargaan.models import RencanaPerbaikan, TindakanPerbaikan, TinjauanPerbaikan


def berikutnya(
    *,
    rencana: RencanaPerbaikan,
    sisi: str | None,
    hari: date,
    tindakan: Sequence[TindakanPerbaikan],
    tinjauan: Sequence[TinjauanPerbaikan],
) -> Kalimat | None:
    """The next step of `sisi` (None: a reader) on the day `hari`; None when the plan is over.

    `tinjauan` come from `tinjauan_dari`, which knows whether each was held.
    """
    match rencana.status:
        case StatusRencana.DRAF:
            return _draf(rencana, sisi)
        case StatusRencana.DIUSULKAN:
            return _diusulkan(rencana, sisi)
        case StatusRencana.BERJALAN:
            return _berjalan(sisi, hari, tindakan, tinjauan)
        case StatusRencana.MENUNGGU_SIMPULAN:
            return _simpulan(rencana, sisi)
    return None


def _draf(rencana: RencanaPerbaikan, sisi: str | None) -> Kalimat:
    batas = f"{rencana.batas_susun:%d-%m-%Y}"
    if sisi == Pihak.ATASAN:
        return kalimat(
            "Bicarakan dengan pegawai, susun rencana ini, lalu kirim paling lambat %(batas)s.", batas=batas
        )
    return kalimat(
        "%(nama)s menyusun rencana ini bersama pegawai paling lambat %(batas)s.",
        nama=rencana.penilai.nama_lengkap,
        batas=batas,
    )


def _diusulkan(rencana: RencanaPerbaikan, sisi: str | None) -> Kalimat:
    if sisi == Pihak.PEGAWAI:
        return kalimat("Baca rencana ini. Pilih Saya sepakat, atau Minta diubah dengan catatan Anda.")
    return kalimat("Menunggu %(nama)s sepakat atau minta diubah.", nama=rencana.pegawai.nama_lengkap)


def _berjalan(
    sisi: str | None, hari: date, tindakan: Sequence[TindakanPerbaikan], tinjauan: Sequence[TinjauanPerbaikan]
) -> Kalimat | None:
    terlewat = next((t for t in tinjauan if t.tanggal <= hari and not t.diadakan), None)
    if terlewat and sisi == Pihak.ATASAN:
        return kalimat("Catat pertemuan tinjauan %(tanggal)s.", tanggal=f"{terlewat.tanggal:%d-%m-%Y}")
    belum = [t for t in tindakan if t.pihak == sisi and t.status == StatusTindakan.BELUM]
    if belum:
        satu = min(belum, key=lambda t: t.tenggat)
        return kalimat(
            "Jalankan “%(uraian)s” paling lambat %(batas)s, lalu tandai.",
            uraian=satu.uraian,
            batas=f"{satu.tenggat:%d-%m-%Y}",
        )
    depan = next((t for t in tinjauan if t.tanggal >= hari and not t.diadakan), None)
    if depan:
        return kalimat("Pertemuan tinjauan berikutnya %(tanggal)s.", tanggal=f"{depan.tanggal:%d-%m-%Y}")
    return kalimat(
        "Semua yang dijanjikan sudah dijalankan. Simpulan ditulis setelah masa perbaikan berakhir."
    )


def _simpulan(rencana: RencanaPerbaikan, sisi: str | None) -> Kalimat:
    if sisi == Pihak.ATASAN:
        return kalimat("Masa perbaikan sudah berakhir. Tulis simpulan dengan buktinya.")
    return kalimat(
        "Masa perbaikan sudah berakhir. Menunggu simpulan %(nama)s.", nama=rencana.penilai.nama_lengkap
    )
