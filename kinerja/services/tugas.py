"""“Yang perlu Anda kerjakan”: the list of tasks, made from what the home page knows. No database here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinerja.services.beranda import IsiBeranda
from penilaian.enums import StatusEvaluasi
from sasaran.enums import StatusPeriode, StatusSKP
from sasaran.models import SKP, Periode

MENDESAK = 3
"""Working days before a deadline from which a task calls for attention."""

MENIT_PER_HASIL, MENIT_DASAR, MENIT_PER_ORANG = 2, 4, 5


@dataclass(frozen=True)
class Tugas:
    """One thing to do: words, icon, address, and until when."""

    judul: str
    keterangan: str
    ikon: str
    alamat: str
    batas: str = ""
    mendesak: bool = False
    jatuh_tempo: date = date.max


def daftar_tugas(isi: IsiBeranda, *, zona: str, hitungan: dict[str, int]) -> list[Tugas]:
    """Everything this person should do now, the nearest deadline first.

    `zona` is the zone of his unit for the exact hour, `hitungan` the numbers of the navigation.
    """
    tugas = [
        *_skp(isi, zona),
        *_evaluasi_saya(isi, zona),
        *_skp_tim(hitungan.get("skp", 0)),
        *_evaluasi_tim(isi, zona),
        *_keberatan(hitungan.get("keberatan", 0)),
        *_capaian(hitungan.get("capaian", 0)),
        *_tahunan(isi, hitungan, zona),
        *_pelatihan(hitungan),
        *_penghargaan(hitungan),
        *_rekan(isi, hitungan.get("rekan", 0), zona),
        *_perbaikan(hitungan.get("perbaikan", 0)),
        *_pesan(hitungan.get("pesan", 0)),
    ]
    return sorted(tugas, key=lambda t: t.jatuh_tempo)


def _tenggat(isi: IsiBeranda, batas: date, zona: str) -> str:
    """“Paling lambat 4 Desember 2026 23.59 WIB, 9 hari kerja lagi.”"""
    isian: dict[str, object] = {"hari": date_format(batas, "j F Y"), "zona": zona}
    if batas < isi.hari:
        return _("Batasnya, %(hari)s 23.59 %(zona)s, sudah lewat.") % isian
    if batas == isi.hari:
        return _("Paling lambat hari ini, %(hari)s 23.59 %(zona)s.") % isian
    isian["n"] = sisa = isi.sisa(batas)
    kalimat = ngettext(
        "Paling lambat %(hari)s 23.59 %(zona)s, %(n)s hari kerja lagi.",
        "Paling lambat %(hari)s 23.59 %(zona)s, %(n)s hari kerja lagi.",
        sisa,
    )
    return kalimat % isian


def _waktu(isi: IsiBeranda, batas: date) -> dict[str, object]:
    return {"batas": date_format(batas, "j M"), "mendesak": isi.sisa(batas) <= MENDESAK, "jatuh_tempo": batas}


def _skp(isi: IsiBeranda, zona: str) -> Iterator[Tugas]:
    skp = isi.skp
    tahun_ini = [p for p in isi.periode if p.siklus.tahun == isi.hari.year]
    if not tahun_ini or not isi.wajib_skp:
        return
    siklus = tahun_ini[0].siklus
    waktu = _waktu(isi, siklus.batas_skp)
    tenggat = _tenggat(isi, siklus.batas_skp, zona)
    if skp is None or skp.siklus.tahun != siklus.tahun:
        judul = _("Susun SKP %(tahun)s") % {"tahun": siklus.tahun}
        yield Tugas(judul, _("Kira-kira 20 menit. ") + tenggat, "target", reverse("sasaran:daftar"), **waktu)
    elif skp.status == StatusSKP.DRAF:
        judul = _("Lengkapi lalu ajukan SKP %(tahun)s") % {"tahun": siklus.tahun}
        yield Tugas(judul, _("Kira-kira 15 menit. ") + tenggat, "target", _susun(skp), **waktu)
    elif skp.status == StatusSKP.DIKEMBALIKAN:
        judul = _("Perbaiki SKP %(tahun)s, lalu ajukan lagi") % {"tahun": siklus.tahun}
        catatan = _("Catatan penilai: %(catatan)s") % {"catatan": skp.catatan_penilai}
        yield Tugas(judul, catatan, "undo-2", _susun(skp), mendesak=True, jatuh_tempo=isi.hari)


def _susun(skp: SKP) -> str:
    return reverse("sasaran:susun", args=[skp.pk])


def _evaluasi_saya(isi: IsiBeranda, zona: str) -> Iterator[Tugas]:
    for p in isi.periode:
        if p.evaluasi_status == StatusEvaluasi.TERBUKA:
            yield _penilaian_diri(isi, p, zona)
        elif p.evaluasi_status == StatusEvaluasi.DISAMPAIKAN:
            judul = _("Baca hasil evaluasi %(periode)s") % {"periode": p.nama}
            keterangan = _("Kira-kira 3 menit. Lihat alasannya, lalu tandai sudah diterima.")
            alamat = reverse("penilaian:hasil", args=[p.evaluasi_id])
            yield Tugas(judul, keterangan, "award", alamat, mendesak=True, jatuh_tempo=isi.hari)


def _penilaian_diri(isi: IsiBeranda, p: Periode, zona: str) -> Tugas:
    hasil = isi.skp.banyak_rhk if isi.skp else 0
    menit = MENIT_DASAR + MENIT_PER_HASIL * hasil
    perkiraan = ngettext(
        "%(n)s hasil kerja, kira-kira %(menit)s menit. Realisasi sudah terisi dari laporan Anda.",
        "%(n)s hasil kerja, kira-kira %(menit)s menit. Realisasi sudah terisi dari laporan Anda.",
        hasil,
    ) % {"n": hasil, "menit": menit}
    return Tugas(
        _("Tulis penilaian diri %(periode)s") % {"periode": p.nama},
        f"{perkiraan} {_tenggat(isi, p.batas_penilaian_diri, zona)}",
        "clipboard-check",
        reverse("penilaian:diri", args=[p.evaluasi_id]),
        **_waktu(isi, p.batas_penilaian_diri),
    )


def _skp_tim(n: int) -> Iterator[Tugas]:
    if n:
        judul = ngettext("Setujui atau kembalikan %(n)s SKP", "Setujui atau kembalikan %(n)s SKP", n) % {
            "n": n
        }
        keterangan = _("Kira-kira %(menit)s menit. Anggota tim menunggu untuk dapat melapor.")
        isian = {"menit": n * MENIT_PER_ORANG}
        yield Tugas(judul, keterangan % isian, "file-check", f"{reverse('sasaran:tim')}", mendesak=True)


def _evaluasi_tim(isi: IsiBeranda, zona: str) -> Iterator[Tugas]:
    for a in isi.antrean:
        judul = ngettext(
            "Nilai %(n)s anggota tim, %(periode)s", "Nilai %(n)s anggota tim, %(periode)s", a.belum
        ) % {"n": a.belum, "periode": a.periode.nama}
        isian = {"siap": a.siap, "menit": a.belum * MENIT_PER_ORANG}
        if a.siap:
            perkiraan = _("%(siap)s sudah mengisi penilaian diri, kira-kira %(menit)s menit.") % isian
        else:
            perkiraan = _("Belum ada yang mengisi penilaian diri. Kira-kira %(menit)s menit.") % isian
        yield Tugas(
            judul,
            f"{perkiraan} {_tenggat(isi, a.periode.batas_penilaian, zona)}",
            "users",
            reverse("penilaian:antrean"),
            **_waktu(isi, a.periode.batas_penilaian),
        )


def _penghargaan(hitungan: dict[str, int]) -> Iterator[Tugas]:
    """What waits for whoever checks or decides on recognition and bonus."""
    antrean, bonus = reverse("penghargaan:antrean"), reverse("penghargaan:perhitungan_daftar")
    for nama, judul, ikon, alamat in (
        (
            "penghargaan_periksa",
            _("Periksa %(n)s usulan penghargaan"),
            "award",
            f"{antrean}?status=diusulkan",
        ),
        (
            "penghargaan_putuskan",
            _("Putuskan %(n)s usulan penghargaan"),
            "award",
            f"{antrean}?status=diperiksa",
        ),
        ("bonus_periksa", _("Periksa %(n)s perhitungan bonus"), "calculator", bonus),
        ("bonus_setujui", _("Setujui atau kembalikan %(n)s perhitungan bonus"), "calculator", bonus),
    ):
        if n := hitungan.get(nama, 0):
            keterangan = _("Kira-kira %(menit)s menit.") % {"menit": n * MENIT_PER_ORANG}
            yield Tugas(judul % {"n": n}, keterangan, ikon, alamat)


def _rekan(isi: IsiBeranda, n: int, zona: str) -> Iterator[Tugas]:
    """What colleagues wait for, until the deadline of the self-assessment of the open period."""
    if not n:
        return
    terbuka = [p.batas_penilaian_diri for p in isi.periode if p.status == StatusPeriode.TERBUKA]
    batas = min((b for b in terbuka if b >= isi.hari), default=isi.hari)
    judul = ngettext(
        "Beri masukan tentang %(n)s rekan kerja", "Beri masukan tentang %(n)s rekan kerja", n
    ) % {"n": n}
    ket = _("Tanpa nama, kira-kira 2 menit per orang. ") + _tenggat(isi, batas, zona)
    yield Tugas(judul, ket, "message-square-heart", reverse("penilaian:rekan"), **_waktu(isi, batas))


def _perbaikan(n: int) -> Iterator[Tugas]:
    if n:
        judul = ngettext("Lanjutkan %(n)s rencana perbaikan", "Lanjutkan %(n)s rencana perbaikan", n) % {
            "n": n
        }
        keterangan = _("Kira-kira %(menit)s menit. Bicarakan bersama, lalu tulis.") % {"menit": n * 10}
        yield Tugas(
            judul, keterangan, "heart-handshake", reverse("penghargaan:perbaikan_daftar"), mendesak=True
        )


def _tahunan(isi: IsiBeranda, hitungan: dict[str, int], zona: str) -> Iterator[Tugas]:
    """One's own yearly result to answer, and those of the team to sign while the window is open or after."""
    if hitungan.get("tahunan_saya"):
        keterangan = _("Kira-kira 5 menit. Baca alasannya, lalu tandatangani atau tolak dengan alasan.")
        alamat = reverse("penilaian:tahunan")
        yield Tugas(
            _("Tanggapi hasil evaluasi tahunan"),
            keterangan,
            "award",
            alamat,
            mendesak=True,
            jatuh_tempo=isi.hari,
        )
    n = hitungan.get("tahunan", 0)
    if n:
        judul = ngettext(
            "Tetapkan evaluasi tahunan %(n)s anggota tim", "Tetapkan evaluasi tahunan %(n)s anggota tim", n
        ) % {"n": n}
        terbuka = [p.siklus for p in isi.periode if p.siklus.status == StatusPeriode.TERBUKA]
        batas = terbuka[0].tutup_tahunan if terbuka else None
        perkiraan = _("Kira-kira %(menit)s menit.") % {"menit": n * MENIT_PER_ORANG}
        waktu = _waktu(isi, batas) if batas else {"mendesak": True, "jatuh_tempo": isi.hari}
        keterangan = f"{perkiraan} {_tenggat(isi, batas, zona)}" if batas else perkiraan
        yield Tugas(judul, keterangan, "users", reverse("penilaian:tim-tahunan"), **waktu)


def _pesan(n: int) -> Iterator[Tugas]:
    if n:
        judul = ngettext("Baca %(n)s kabar baru", "Baca %(n)s kabar baru", n) % {"n": n}
        yield Tugas(judul, _("Kira-kira satu menit."), "bell", reverse("pemberitahuan:daftar"))


def _pelatihan(hitungan: dict[str, int]) -> Iterator[Tugas]:
    if n := hitungan.get("latihan_tim", 0):
        judul = ngettext("Jawab %(n)s usulan pelatihan", "Jawab %(n)s usulan pelatihan", n) % {"n": n}
        keterangan = _("Kira-kira %(menit)s menit. Kursi diberikan setelah Anda setuju.") % {"menit": n * 2}
        yield Tugas(judul, keterangan, "graduation-cap", reverse("pelatihan:persetujuan"), mendesak=True)
    if n := hitungan.get("kebutuhan", 0):
        judul = ngettext(
            "Tanggapi %(n)s kebutuhan pengembangan", "Tanggapi %(n)s kebutuhan pengembangan", n
        ) % {"n": n}
        keterangan = _("Kira-kira dua menit. Ada pelatihan yang cocok di katalog.")
        yield Tugas(judul, keterangan, "graduation-cap", f"{reverse('pelatihan:saya')}#kebutuhan")


def _keberatan(n: int) -> Iterator[Tugas]:
    """Objections that wait for an explanation or a decision; the seven working days run."""
    if n:
        judul = ngettext("Tanggapi %(n)s keberatan", "Tanggapi %(n)s keberatan", n) % {"n": n}
        keterangan = _("Kira-kira %(menit)s menit. Diputus dalam 7 hari kerja sejak diajukan.")
        alamat = f"{reverse('penilaian:keberatan')}?lingkup=menunggu"
        yield Tugas(judul, keterangan % {"menit": n * 20}, "scale", alamat, mendesak=True)


def _capaian(n: int) -> Iterator[Tugas]:
    """Labels of units this person sets."""
    if n:
        judul = ngettext("Tetapkan capaian %(n)s unit", "Tetapkan capaian %(n)s unit", n) % {"n": n}
        keterangan = _("Kira-kira %(menit)s menit. Penilai menunggunya sebelum menetapkan predikat.")
        yield Tugas(judul, keterangan % {"menit": n * 3}, "flag", reverse("penilaian:capaian"))
