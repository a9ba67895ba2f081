"""The look and the places of the web admin."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

UNFOLD: dict[str, Any] = {
    "SITE_TITLE": _("Kinerja · Kepegawaian"),
    "SITE_HEADER": _("Kinerja · Kepegawaian"),
    "SITE_URL": "/",
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
}


@dataclass(frozen=True)
class Rak:
    """One line of the sidebar: a registered model, by what it is called in addresses."""

    model: str  # "<app>.<model>", lower case
    label: Any
    ikon: str
    halaman: str = ""  # a page of the model that is not its list, by the last word of its address

    @property
    def letak(self) -> str:
        """Where the page lies: “<app>/<model>”, for a page of its own with that page's word."""
        dasar = self.model.replace(".", "/")
        return f"{dasar}/{self.halaman}" if self.halaman else dasar


# Group → lines. Who sees a line is asked of the model's own admin page.
RAK: tuple[tuple[Any, tuple[Rak, ...]], ...] = (
    (
        _("Pegawai"),
        (
            Rak("pegawai.pegawai", _("Pegawai"), "users"),
            Rak("pegawai.penempatan", _("Penempatan"), "map-pin"),
            Rak("pegawai.atasankhusus", _("Penetapan penilai"), "user-check"),
            Rak("pegawai.pegawai", _("Siapa menilai siapa"), "user-search", "siapa-menilai-siapa"),
            Rak("pegawai.pegawai", _("Akan pensiun"), "hourglass", "pensiun"),
            Rak("pegawai.pegawai", _("Pegawai ganda"), "copy", "ganda"),
            Rak("pegawai.berkasimpor", _("Impor berkas"), "upload"),
        ),
    ),
    (
        _("Organisasi"),
        (
            Rak("pegawai.unitkerja", _("Susunan organisasi"), "network", "pohon"),
            Rak("pegawai.unitkerja", _("Unit kerja"), "building-2"),
            Rak("pegawai.unitkerja", _("Unit ganda"), "copy", "ganda"),
            Rak("pegawai.jabatan", _("Jabatan"), "briefcase"),
        ),
    ),
    (
        _("Sasaran"),
        (
            Rak("sasaran.skp", _("SKP"), "target"),
            Rak("sasaran.rencanahasilkerja", _("Rencana hasil kerja"), "list-checks"),
            Rak("sasaran.indikatorkinerjaindividu", _("Indikator"), "ruler"),
            Rak("pelaksanaan.laporan", _("Laporan"), "file-text"),
            Rak("pelaksanaan.buktidukung", _("Bukti dukung"), "paperclip"),
            Rak("pelaksanaan.umpanbalik", _("Umpan balik"), "message-square"),
        ),
    ),
    (
        _("Penilaian"),
        (
            Rak("penilaian.evaluasiperiodik", _("Evaluasi"), "clipboard-check"),
            Rak("penilaian.evaluasitahunan", _("Evaluasi tahunan"), "award"),
            Rak("penilaian.riwayatskp", _("Riwayat SKP"), "history"),
            Rak("penilaian.riwayatkinerjaperiodik", _("Riwayat kinerja periodik"), "calendar-clock"),
            Rak("penilaian.capaianorganisasi", _("Capaian unit"), "flag"),
            Rak("penilaian.distribusipenilai", _("Sebaran predikat"), "chart-column"),
            Rak("penilaian.keberatan", _("Keberatan"), "scale"),
            Rak("penilaian.kuesionerrekan", _("Kuesioner rekan kerja"), "message-square-heart"),
            Rak("penilaian.kebijakanrekan", _("Kebijakan rekan kerja"), "sliders-horizontal"),
            Rak("penilaian.undianrekan", _("Undian rekan kerja"), "shuffle"),
        ),
    ),
    (
        _("Layanan"),
        (
            Rak("layanan.layanan", _("Layanan"), "store"),
            Rak("layanan.saran", _("Saran warga"), "message-circle"),
            Rak("layanan.kebijakansurvei", _("Kebijakan survei"), "sliders-horizontal"),
        ),
    ),
    (
        _("Pelatihan"),
        (
            Rak("pelatihan.pelatihan", _("Katalog pelatihan"), "library"),
            Rak("pelatihan.sesipelatihan", _("Sesi pelatihan"), "calendar-days"),
            Rak("pelatihan.peserta", _("Peserta"), "graduation-cap"),
            Rak("pelatihan.pelatihanluar", _("Pelatihan di tempat lain"), "award"),
        ),
    ),
    (
        _("Penghargaan dan bonus"),
        (
            Rak("penghargaan.kebijakanpenghargaan", _("Kebijakan penghargaan"), "scale"),
            Rak("penghargaan.usulanpenghargaan", _("Usulan"), "award"),
            Rak("penghargaan.bukupenghargaan", _("Buku penghargaan"), "book-open"),
            Rak("penghargaan.kebijakanbonus", _("Kebijakan bonus"), "scale"),
            Rak("penghargaan.perhitunganbonus", _("Perhitungan bonus"), "calculator"),
        ),
    ),
    (
        _("Perbaikan dan sanksi"),
        (
            Rak("penghargaan.kebijakanperbaikan", _("Kebijakan perbaikan"), "sliders-horizontal"),
            Rak("penghargaan.rencanaperbaikan", _("Rencana perbaikan"), "heart-handshake"),
            Rak("penghargaan.sanksi", _("Sanksi"), "gavel"),
            Rak("penghargaan.angkakredit", _("Angka kredit"), "trending-up"),
        ),
    ),
    (_("Dokumen"), (Rak("inti.dokumenterbit", _("Dokumen terbit"), "file-badge"),)),
    (
        _("Siklus"),
        (
            Rak("sasaran.siklus", _("Tahun"), "calendar"),
            Rak("sasaran.periode", _("Periode"), "calendar-range"),
            Rak("inti.harilibur", _("Hari libur"), "calendar-off"),
        ),
    ),
    (
        _("Akses"),
        (
            Rak("akses.akun", _("Akun"), "key-round"),
            Rak("akses.penugasanperan", _("Peran"), "shield"),
            Rak("akses.catatanlihat", _("Siapa melihat"), "history"),
            Rak("akses.jejakpenyamaran", _("Masuk sebagai orang lain"), "eye"),
            Rak("akses.catatanekspor", _("Catatan ekspor"), "file-text"),
        ),
    ),
    (_("Sistem"), (Rak("pemberitahuan.pesan", _("Pengiriman pesan"), "mail"),)),
)
