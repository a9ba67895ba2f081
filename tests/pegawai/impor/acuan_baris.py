"""The rules of an employee row said once more, row by row in Python: what the set-based path must agree with."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from inti.berkas_tabel import Baris
from inti.impor import GALAT, Masalah, Tabel
from inti.tanda import isi_galat
from pegawai.aturan.golongan import golongan
from pegawai.aturan.jabatan import memimpin
from pegawai.aturan.nip import NIP, JenisNIP, periksa_silang, urai
from pegawai.enums import JenisPegawai
from pegawai.impor import sel
from pegawai.impor.acuan import AcuanJabatan, AcuanUnit, SebutanJabatan, SebutanUnit
from pegawai.impor.kalimat import KALIMAT
from pegawai.impor.kolom import DISIMPAN, JUGA_DISIMPAN, SEL_TANGGAL, TEKS, TERPAKAI
from pegawai.impor.sel import Tolak

_SATU_KOLOM: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "email": ("EMAIL", sel.surel),
    "email_gov": ("EMAIL GOV", sel.surel),
    "nik": ("NIK", sel.nik),
    "tahun_lulus": ("TAHUN LULUS", sel.tahun),
    "jenis_kelamin": ("JENIS KELAMIN", sel.kelamin),
}
_PPPK = (JenisPegawai.PPPK, JenisPegawai.PPPK_PARUH_WAKTU)
_KOLOM_SILANG = {"lahir": "TANGGAL LAHIR", "jenis_kelamin": "JENIS KELAMIN", "jenis": "JENIS PEGAWAI NAMA"}
_TANGGAL = {k.bidang: k.nama for k in TERPAKAI if k.sel is SEL_TANGGAL}
NAMA_MAKS, KODE_MAKS, PENDIDIKAN_MAKS = 255, 64, 150


class PemeriksaBaris:
    """Checks the rows of one table; knows which columns it has and the units and posts there are."""

    def __init__(self, tabel: Tabel, unit: AcuanUnit, jabatan: AcuanJabatan) -> None:
        self._posisi = tabel.posisi
        self._unit, self._jabatan = unit, jabatan
        self.masalah: list[Masalah] = []
        self._jenis_lembar = _jenis_dari_nama_lembar(tabel.lembar)
        nama_simpan = {k.nama for k in DISIMPAN} | set(JUGA_DISIMPAN)
        self._simpan = [(n, i) for n, i in tabel.posisi.items() if n in nama_simpan] + list(
            tabel.lain.items()
        )
        self._lebar = max((*tabel.posisi.values(), *tabel.lain.values())) + 1
        self._nomor, self._galat = 0, False
        self._mentah: Baris = []
        self._isi: list[str] = []
        self._dipotong: set[int] = set()

    def periksa(self, nomor: int, baris: Baris) -> dict[str, Any] | None:
        """The values of this row by field; None for an empty row."""
        self._nomor, self._galat = nomor, False
        self._baca(baris)
        if not any(self._isi) and not self._galat:
            return None
        nilai: dict[str, Any] = {"baris": nomor}
        for bidang, (kolom, panjang) in TEKS.items():
            nilai[bidang] = self._terbatas(kolom, panjang)
        for bidang, kolom in _TANGGAL.items():
            nilai[bidang] = self._coba(kolom, sel.tanggal)
        for bidang, (kolom, baca) in _SATU_KOLOM.items():
            nilai[bidang] = self._coba(kolom, baca)
        self._periksa_orang(nilai)
        self._tempatkan(nilai)
        nilai["siasn"] = self._sisa()
        nilai["galat"] = self._galat
        return nilai

    def _catat(self, masalah: Masalah) -> None:
        self.masalah.append(masalah)
        self._galat |= KALIMAT[masalah.kode].berat == GALAT

    # --- cells

    def _baca(self, baris: Baris) -> None:
        """All cells as text at once; one more at the end stands for the columns that are not there."""
        self._mentah = baris
        try:
            self._isi = [*map(sel.teks, baris)]
        except Tolak:
            self._isi = [self._bersih(tempat, nilai) for tempat, nilai in enumerate(baris)]
        self._isi += [""] * (self._lebar - len(baris) + 1)
        self._dipotong = {i for i, n in enumerate(baris) if type(n) is not str and sel.dipotong_excel(n)}

    def _bersih(self, tempat: int, nilai: Any) -> str:
        try:
            return sel.teks(nilai)
        except Tolak as t:
            self._catat(Masalah(self._nomor, t.kode, self._nama_kolom(tempat)))
            return ""

    def _nama_kolom(self, tempat: int) -> str:
        return next((n for n, i in (*self._posisi.items(), *self._simpan) if i == tempat), "")

    def _teks(self, kolom: str) -> str:
        """The cell as text; "" for an empty one, and for one that is noted as unusable."""
        return self._isi[self._posisi.get(kolom, -1)]

    def _ada(self, kolom: str) -> bool:
        """Whether something is written there, usable or not."""
        tempat = self._posisi.get(kolom, len(self._mentah))
        return bool(self._teks(kolom)) or (tempat < len(self._mentah) and "\x00" in str(self._mentah[tempat]))

    def _terpotong(self, kolom: str) -> bool:
        return bool(self._dipotong) and self._posisi.get(kolom) in self._dipotong

    def _tolak(self, kode: str, kolom: str, **isi: Any) -> None:
        tempat = self._posisi.get(kolom, len(self._mentah))
        nilai = str(self._mentah[tempat]).strip() if tempat < len(self._mentah) else ""
        self._catat(Masalah(self._nomor, kode, kolom, nilai, isi))

    def _coba(self, kolom: str, baca: Callable[[str], Any]) -> Any:
        isi = self._teks(kolom)
        if not isi:
            return None
        if self._terpotong(kolom):
            return self._tolak("angka_excel", kolom)
        try:
            return baca(isi)
        except Tolak as t:
            return self._tolak(t.kode, kolom, **t.isi)

    def _terbatas(self, kolom: str, maks: int) -> str | None:
        isi = self._teks(kolom)
        if self._terpotong(kolom):
            return self._tolak("angka_excel", kolom)
        if len(isi) > maks:
            return self._tolak("terlalu_panjang", kolom, maks=maks)
        return isi or None

    # --- the person

    def _periksa_orang(self, nilai: dict[str, Any]) -> None:
        if not self._ada("NAMA"):
            self._tolak("wajib_kosong", "NAMA")
        nip = self._nip()
        nilai["nip"] = nip.nip if nip else None
        jenis = self._jenis(nip)
        nilai["jenis"] = jenis
        if nip:
            for beda in periksa_silang(
                nip, lahir=nilai["tanggal_lahir"], jenis_kelamin=nilai["jenis_kelamin"], jenis=jenis
            ):
                self._tolak("silang", _KOLOM_SILANG[beda.kolom], kalimat=beda.pesan)
            nilai["jenis_kelamin"] = nilai["jenis_kelamin"] or nip.jenis_kelamin
            nilai["tanggal_lahir"] = nilai["tanggal_lahir"] or nip.lahir
            nilai["cadangan"] = _mulai_cadangan(nilai, nip)
        nilai["golongan"] = self._golongan(jenis)
        nilai["kedudukan_hukum"] = self._kedudukan()
        pendidikan = self._teks("PENDIDIKAN NAMA") or self._teks("TINGKAT PENDIDIKAN NAMA")
        nilai["pendidikan"] = pendidikan[:PENDIDIKAN_MAKS] or None

    def _nip(self) -> NIP | None:
        if self._terpotong("NIP BARU"):
            return self._tolak("nip_excel", "NIP BARU")
        isi = self._teks("NIP BARU")
        if not isi:
            return self._tolak("wajib_kosong", "NIP BARU")
        try:
            return urai(isi)
        except ValueError as e:
            return self._tolak("nip_salah", "NIP BARU", kalimat=isi_galat(e))

    def _jenis(self, nip: NIP | None) -> str | None:
        """From the two SIASN columns, else from the name of the sheet, else from the NIP's structure."""
        nama, status = self._teks("JENIS PEGAWAI NAMA"), self._teks("STATUS CPNS PNS")
        try:
            jenis = sel.jenis_pegawai(nama, status) or self._jenis_lembar
        except Tolak as t:
            return self._tolak(t.kode, "JENIS PEGAWAI NAMA" if nama else "STATUS CPNS PNS")
        if jenis or not nip:
            return jenis or None
        if "JENIS PEGAWAI NAMA" in self._posisi:
            return self._tolak("wajib_kosong", "JENIS PEGAWAI NAMA")
        self._tolak("jenis_dari_nip", "NIP BARU")
        return JenisPegawai.PPPK if nip.jenis is JenisNIP.PPPK else JenisPegawai.PNS

    def _golongan(self, jenis: str | None) -> str | None:
        kolom = "GOL AKHIR NAMA" if self._teks("GOL AKHIR NAMA") else "GOL AKHIR ID"
        isi = self._teks(kolom)
        if not isi or jenis is None:
            return None
        if kolom == "GOL AKHIR ID" and jenis in _PPPK:
            return None  # SIASN's numbers of PPPK ranks are not published
        try:
            return golongan(isi, pppk=jenis in _PPPK)
        except ValueError as e:
            return self._tolak("golongan_salah", kolom, kalimat=isi_galat(e))

    def _kedudukan(self) -> str | None:
        kode, nama = self._teks("KEDUDUKAN HUKUM ID"), self._teks("KEDUDUKAN HUKUM NAMA")
        try:
            return sel.kedudukan(kode, nama) or None
        except Tolak as t:
            return self._tolak(t.kode, "KEDUDUKAN HUKUM ID" if kode else "KEDUDUKAN HUKUM NAMA")

    # --- unit and post

    def _tempatkan(self, nilai: dict[str, Any]) -> None:
        nilai["kepala"] = False
        sebutan = self._sebutan_unit()
        nama_jabatan = self._terbatas("JABATAN NAMA", NAMA_MAKS) or ""
        if not sebutan.nama and not sebutan.kode:
            if nama_jabatan:
                self._tolak("jabatan_tanpa_unit", "UNOR NAMA")
            elif not self._galat:
                self._tolak("tanpa_penempatan", "UNOR NAMA")
            return
        kode_jabatan = self._terbatas("JABATAN ID", KODE_MAKS) or ""
        if not nama_jabatan and not kode_jabatan:
            self._tolak("unit_tanpa_jabatan", "JABATAN NAMA")
            return
        self._cari(nilai, sebutan, self._sebutan_jabatan(kode_jabatan, nama_jabatan))

    def _sebutan_unit(self) -> SebutanUnit:
        induk_kode = self._terbatas("SATUAN KERJA INDUK ID", KODE_MAKS) or ""
        induk = self._terbatas("SATUAN KERJA INDUK NAMA", NAMA_MAKS) or ""
        nama = self._terbatas("UNOR NAMA", NAMA_MAKS) or ""
        kode = self._terbatas("UNOR ID", KODE_MAKS) or ""
        if not nama and not kode:
            kode, nama = induk_kode, induk
        return SebutanUnit(
            kode, nama, induk_kode, induk, self._terbatas("INSTANSI KERJA NAMA", NAMA_MAKS) or ""
        )

    def _sebutan_jabatan(self, kode: str, nama: str) -> SebutanJabatan:
        jenis = self._teks("JENIS JABATAN NAMA") or self._teks("JENIS JABATAN ID")
        return SebutanJabatan(kode, nama, jenis, self._teks("ESELON NAMA") or self._teks("ESELON ID"))

    def _cari(self, nilai: dict[str, Any], s_unit: SebutanUnit, s_jabatan: SebutanJabatan) -> None:
        unit = post = None
        sebelum = len(self._unit.baru)
        try:
            unit = self._unit.cari(s_unit)
            nilai["unit_id"] = unit.id
        except Tolak as t:
            nama = (k for k in ("UNOR NAMA", "UNOR ID", "SATUAN KERJA INDUK NAMA", "SATUAN KERJA INDUK ID"))
            self._tolak(t.kode, next(k for k in nama if self._teks(k)), **t.isi)
        for baru in self._unit.baru[sebelum:]:
            isi = {"nilai": baru.nama, "induk": baru.induk or "-"}
            self._catat(Masalah(self._nomor, "unit_baru", "UNOR NAMA", baru.nama, isi))
        sebelum = len(self._jabatan.baru)
        try:
            post = self._jabatan.cari(s_jabatan)
            nilai["jabatan_id"] = post.id
        except Tolak as t:
            self._tolak(t.kode, "JABATAN NAMA", **t.isi)
        for dibuat in self._jabatan.baru[sebelum:]:
            if dibuat.rincian.ditebak and dibuat.rincian.eselon:
                self._tolak("eselon_ditebak", "JABATAN NAMA", eselon=dibuat.rincian.eselon)
        if unit and post:
            nilai["kepala"] = memimpin(post.nama, unit.nama)
            if post.struktural and not nilai["kepala"]:
                self._tolak("struktural_bukan_kepala", "JABATAN NAMA", unit=unit.nama)

    def _sisa(self) -> dict[str, str]:
        """The other columns under their own names."""
        return {nama: self._isi[tempat] for nama, tempat in self._simpan if self._isi[tempat]}


def _mulai_cadangan(nilai: Mapping[str, Any], nip: NIP) -> date:
    """The start of a first placement without TMT JABATAN: TMT PNS, TMT CPNS, else what the NIP says."""
    dari_nip = date(nip.tahun_tmt, nip.bulan_tmt or 1, 1)
    cadangan: date = nilai["tmt_pns"] or nilai["tmt_cpns"] or dari_nip
    return cadangan


def _jenis_dari_nama_lembar(nama: str) -> str:
    """The short export has a sheet per kind: PNS, PPPK, PPPK paruh waktu."""
    try:
        return sel.jenis_pegawai(nama, "") if len(nama) <= 40 else ""
    except Tolak:
        return ""
