"""The office of HR: roles that ended, leave, files imported and refused, lists taken along, who looked at what.

Both files go through the real import, so their reports are what a visitor would get.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from akses.enums import Peran
from akses.impor import kerjakan
from akses.models import Akun, CatatanEkspor, CatatanLihat, JejakPenyamaran, JenisLihat, PenugasanPeran
from inti.ekspor import tulis_xlsx
from inti.impor import sidik
from inti.impor_jenis import JENIS
from inti.jejak import konteks_sendiri, model_jejak
from pegawai.aturan.golongan import PNS
from pegawai.ekspor_siasn import judul, pilih_sql
from pegawai.enums import JenisKeadaan, JenisPegawai
from pegawai.models import BerkasImpor, KeadaanPegawai, Pegawai, UnitKerja
from pegawai.models.impor import StatusImpor
from penghargaan.models import Sanksi
from penilaian.models import EvaluasiTahunan

Tokoh = dict[str, tuple[Any, Any]]
PANGKAT_MAKS = 2_000  # rank histories in the imported file
BERKAS_ORANG = 9


def isi_kantor(hari_ini: date, tokoh: Tokoh, *, semua: bool) -> None:
    """Fill what HR's pages show; ranks of everybody only when `semua`, else of the cast's departments."""
    _peran(hari_ini, tokoh)
    _keadaan(hari_ini, tokoh)
    _pangkat(hari_ini, tokoh, semua=semua)
    _ditolak(hari_ini, tokoh)
    _perubahan(hari_ini, tokoh)
    _ekspor(hari_ini, tokoh)
    _lihat(hari_ini, tokoh)
    _penyamaran(hari_ini, tokoh)


def _saat(hari: date, jam: int, menit: int = 0) -> datetime:
    """An hour of the office's day; a weekend becomes the Friday before."""
    hari -= timedelta(days=max(0, hari.isoweekday() - 5))
    return datetime.combine(hari, time(jam, menit), tzinfo=timezone.get_default_timezone())


def _dinas(unit_id: UUID) -> UnitKerja:
    """The department above (or that is) this unit."""
    jalan = UnitKerja.objects.get(pk=unit_id).path
    return UnitKerja.objects.get(path=jalan[: 2 * UnitKerja.steplen])


def _di_dinas(unit_id: UUID, tokoh: Tokoh) -> QuerySet[Pegawai]:
    """The people of that department who are none of the cast, by NIP."""
    dinas = _dinas(unit_id)
    orang = Pegawai.objects.filter(atasan__unit__path__startswith=dinas.path, nip__isnull=False)
    return orang.exclude(pk__in=[i for i, _unit in tokoh.values()]).order_by("nip")


def _peran(hari_ini: date, tokoh: Tokoh) -> None:
    """Who held a role before the present holder."""
    lama = date(hari_ini.year - 4, 1, 2)
    baris = (
        (
            "pengelola_opd",
            Peran.PENGELOLA_OPD,
            _dinas(tokoh["pengelola_opd"][1]),
            "Kepala Disdukcapil Nomor 800/9",
        ),
        ("auditor", Peran.AUDITOR, None, "Inspektur Nomor 700/21"),
        ("admin_sistem", Peran.ADMIN_SISTEM, None, "Kepala Diskominfo Nomor 555/4"),
    )
    semua, dipakai = [], set[UUID]()
    for kunci, peran, unit, surat in baris:
        # a small department may have nobody left
        calon = (
            _di_dinas(tokoh[k][1], tokoh).filter(atasan__penempatan__kepala=False) for k in (kunci, "pegawai")
        )
        pendahulu = next((o for semua_calon in calon for o in semua_calon if o.pk not in dipakai), None)
        if pendahulu:
            dipakai.add(pendahulu.pk)
            semua.append(
                PenugasanPeran(
                    pegawai=pendahulu, peran=peran, unit=unit, mulai=lama,
                    selesai=date(hari_ini.year - 2, 12, 31), dasar=f"SK {surat}/{lama.year}",
                )
            )  # fmt: skip
    PenugasanPeran.objects.bulk_create(semua)


def _keadaan(hari_ini: date, tokoh: Tokoh) -> None:
    """Leave and study of a few people of the cast's department: over, running, to come."""
    jenis = (
        (JenisKeadaan.CUTI_TAHUNAN, -40, -35), (JenisKeadaan.TUGAS_BELAJAR, -400, 330),
        (JenisKeadaan.CUTI_BESAR, 20, 62),
    )  # fmt: skip
    orang = _di_dinas(tokoh["pegawai"][1], tokoh).filter(atasan__penempatan__kepala=False, keadaan=None)
    KeadaanPegawai.objects.bulk_create(
        KeadaanPegawai(
            pegawai=satu, jenis=nama, mulai=hari_ini + timedelta(dari), selesai=hari_ini + timedelta(sampai),
            dasar=f"850/{70 + n}/BKPSDM/{hari_ini.year}",
        )
        for n, (satu, (nama, dari, sampai)) in enumerate(zip(orang[: len(jenis)], jenis, strict=False))
    )  # fmt: skip


# --- files --------------------------------------------------------------------------------------------------


def _berkas(
    jenis: str, nama: str, kolom: Sequence[str], isi: Iterable[Sequence[Any]], oleh: UUID, pada: datetime
) -> BerkasImpor:
    """A file that was uploaded then, tested now."""
    data = tulis_xlsx("DATA", kolom, isi).read()
    satu = BerkasImpor(
        jenis=jenis, nama_asli=nama, ukuran=len(data), sha256=sidik(data), diuji_oleh_id=oleh,
        pilihan={p.kode: p.bawaan for p in JENIS[jenis].pilihan},
    )  # fmt: skip
    satu.berkas.save(f"{satu.pk}.xlsx", ContentFile(data), save=True)
    kerjakan(satu.pk)
    BerkasImpor.objects.filter(pk=satu.pk).update(diuji_pada=pada)
    satu.refresh_from_db()
    return satu


def _pangkat(hari_ini: date, tokoh: Tokoh, *, semua: bool) -> None:
    """The ranks people had, as SIASN gives them out, imported a month ago."""
    if semua:
        orang = Pegawai.objects.filter(nip__isnull=False)
    else:
        orang = _di_dinas(tokoh["pegawai"][1], {}) | _di_dinas(tokoh["pengelola_instansi"][1], {})
    kolom = ("NIP", "NAMA", "GOLONGAN", "TMT GOLONGAN", "SK NOMOR", "SK TANGGAL", "JENIS KP NAMA")
    ada = orang.exclude(tmt_golongan=None).exclude(golongan="").order_by("nip")[:PANGKAT_MAKS]
    isi = [baris for satu in ada for baris in _jenjang(satu)]
    pada, oleh = _saat(hari_ini - timedelta(days=30), 9, 10), tokoh["pengelola_instansi"][0]
    berkas = _berkas("pangkat", "riwayat-pangkat-siasn.xlsx", kolom, isi, oleh, pada)
    if berkas.status != StatusImpor.DIUJI:
        return
    BerkasImpor.objects.filter(pk=berkas.pk).update(status=StatusImpor.ANTRE, diimpor_oleh=oleh)
    kerjakan(berkas.pk)
    BerkasImpor.objects.filter(pk=berkas.pk, status=StatusImpor.DIIMPOR).update(
        diimpor_pada=pada + timedelta(minutes=6)
    )


def _jenjang(orang: Pegawai) -> list[tuple[str, ...]]:
    """The present rank and, every four years back to the appointment, the one below."""
    tangga, tmt = list(PNS), orang.tmt_golongan
    letak = tangga.index(orang.golongan) if orang.golongan in PNS else -1
    awal = orang.tmt_cpns or tmt
    hasil: list[tuple[str, ...]] = []
    while tmt and tmt >= awal and len(hasil) < 3:
        nama = tangga[letak] if letak >= 0 else orang.golongan
        kenaikan = "Reguler" if letak > 0 and tmt > awal else ""
        hari = tmt - timedelta(days=45)
        nomor = f"823/{100 + tmt.toordinal() % 800}/BKPSDM/{tmt.year}"
        hasil.append(
            (orang.nip or "", orang.nama, nama, f"{tmt:%d-%m-%Y}", nomor, f"{hari:%d-%m-%Y}", kenaikan)
        )
        letak, tmt = letak - 1, date(tmt.year - 4, tmt.month, 1)
        if letak < 0:
            break
    return hasil


def _ditolak(hari_ini: date, tokoh: Tokoh) -> None:
    """A file of a few people with mistakes that every office makes; nothing of it was written."""
    orang = _di_dinas(tokoh["pegawai"][1], tokoh).filter(jenis=JenisPegawai.PNS)
    kunci = list(orang.values_list("pk", flat=True)[:BERKAS_ORANG])
    sql, isian = pilih_sql(Pegawai.objects.filter(pk__in=kunci))
    with connection.cursor() as kursor:
        kursor.execute(sql, isian)
        baris = [dict(zip(judul(), satu, strict=True)) for satu in kursor.fetchall()]
    for satu, ubah in zip(baris, _KELIRU, strict=False):
        satu.update({k: nilai(satu) if callable(nilai) else nilai for k, nilai in ubah.items()})
    pada, oleh = _saat(hari_ini - timedelta(days=2), 14, 25), tokoh["pengelola_instansi"][0]
    isi = [[satu[k] or "" for k in judul()] for satu in baris]
    _berkas("pegawai", "perbaikan-data-disdukcapil.xlsx", judul(), isi, oleh, pada)


def _besok(baris: dict[str, Any]) -> str:
    hari = datetime.strptime(baris["TANGGAL LAHIR"], "%d-%m-%Y").date()  # noqa: DTZ007 - a day, no moment
    return f"{hari + timedelta(days=1):%d-%m-%Y}"


_KELIRU: tuple[dict[str, Any], ...] = (
    {},
    {"PENDIDIKAN NAMA": "S-1 ADMINISTRASI NEGARA"},
    {"NIP BARU": lambda b: b["NIP BARU"][:-1], "PNS ID": ""},
    {"EMAIL": "nama saja"},
    {"TANGGAL LAHIR": _besok},
    {"UNOR ID": "", "UNOR NAMA": "BIDANG PENCATATAN SIPIIL"},
    {"JENIS KELAMIN": "WANITA?"},
    {"PENDIDIKAN NAMA": "S-1 INFORMATIKA", "TAHUN LULUS": "2012"},
)


# --- changes of records, with their history -------------------------------------------------------------------


def _perubahan(hari_ini: date, tokoh: Tokoh) -> None:
    """What HR changed about the cast this year: the record as it came, then two corrections of each."""
    langkah = (
        # days ago, who, reason, values
        (120, "pengelola_instansi", "Impor awal dari SIASN", {"pendidikan": "SLTA", "tahun_lulus": None}),
        (64, "pengelola_opd", "Ijazah terakhir sudah diverifikasi", {}),
        (23, "pengelola_instansi", "Permintaan yang bersangkutan", {"email_gov": True}),
    )
    for kunci in ("pegawai", "rekan", "atasan", "pegawai_baru"):
        orang = Pegawai.objects.get(pk=tokoh[kunci][0])
        asli = {"pendidikan": orang.pendidikan, "tahun_lulus": orang.tahun_lulus}
        for lalu, siapa, alasan, nilai in langkah:
            baru = asli | nilai
            if "email_gov" in baru:
                baru["email_gov"] = f"{orang.nama.split()[0].lower()}@asrimulya.example"
            _ubah(orang, baru, tokoh[siapa][0], alasan, _saat(hari_ini - timedelta(days=lalu), 10, 5))


def _ubah(orang: Pegawai, nilai: dict[str, Any], oleh: UUID, alasan: str, pada: datetime) -> None:
    alamat = reverse("admin:pegawai_pegawai_change", args=[orang.pk])
    with konteks_sendiri(asal="web", pegawai=str(oleh), alasan=alasan, alamat=alamat):
        Pegawai.objects.filter(pk=orang.pk).update(**nilai)
    jejak: Any = model_jejak(Pegawai)
    terbaru = jejak.objects.filter(pgh_obj_id=orang.pk).latest("pgh_id")
    jejak.objects.filter(pgh_id=terbaru.pgh_id).update(pgh_created_at=pada)


# --- who took what along, and who looked --------------------------------------------------------------------


def _ekspor(hari_ini: date, tokoh: Tokoh) -> None:
    akun = _akun(tokoh)
    banyak = Pegawai.objects.count()
    baris = (
        ("pengelola_instansi", "pegawai.pegawai", "pegawai", "jenis__exact=pns", 21, banyak),
        ("auditor", "penilaian.evaluasitahunan", "evaluasi-tahunan", "", 13, banyak),
        (
            "pengelola_opd",
            "pegawai.pegawai",
            "pegawai",
            "",
            8,
            _di_dinas(tokoh["pengelola_opd"][1], {}).count(),
        ),
        ("pengelola_instansi", "siasn.pegawai69", "siasn-pegawai69", "", 6, banyak),
        ("pengelola_instansi", "pegawai.pegawai", "pegawai", "penilai=belum", 1, 0),
    )
    CatatanEkspor.objects.bulk_create(
        CatatanEkspor(
            akun_id=akun[siapa], daftar=daftar, berkas=f"{nama}-{pada:%Y-%m-%d}.xlsx", saringan=saringan,
            jumlah=jumlah, mulai=pada, selesai=pada + timedelta(seconds=2),
        )
        for ke, (siapa, daftar, nama, saringan, lalu, jumlah) in enumerate(baris)
        for pada in (_saat(hari_ini - timedelta(days=lalu), 9 + ke, 12),)
    )  # fmt: skip


def _akun(tokoh: Tokoh) -> dict[str, int]:
    """Key of the cast → key of the account."""
    milik = {a.pegawai_id: a.pk for a in Akun.objects.filter(pegawai_id__in=[i for i, _u in tokoh.values()])}
    return {kunci: milik[i] for kunci, (i, _unit) in tokoh.items()}


def _lihat(hari_ini: date, tokoh: Tokoh) -> None:
    """Looks at private data, at results and at a case, by those whose work it is."""
    akun, semua = _akun(tokoh), []

    def tulis(siapa: str, milik: UUID, jenis: str, objek: Any, alamat: str, lalu: int, jam: int) -> None:
        pada = _saat(hari_ini - timedelta(days=lalu), jam, 7 + lalu % 40)
        semua.append(
            CatatanLihat(
                oleh_id=akun[siapa], pegawai_id=milik, jenis=jenis, objek=str(objek), alamat=alamat, pada=pada,
                jam=pada.replace(minute=0),
            )
        )  # fmt: skip

    pribadi = (("pengelola_opd", "pegawai", 26, 9), ("pengelola_opd", "rekan", 26, 10),
               ("pengelola_instansi", "pegawai", 15, 13), ("auditor", "atasan", 12, 9),
               ("pengelola_instansi", "kepala_dinas", 5, 11), ("pengelola_opd", "pegawai_baru", 2, 8))  # fmt: skip
    for siapa, milik, lalu, jam in pribadi:
        kunci = tokoh[milik][0]
        tulis(siapa, kunci, JenisLihat.DATA_PRIBADI, kunci, reverse("admin:pegawai_pegawai_change", args=[kunci]),
              lalu, jam)  # fmt: skip
    hasil = EvaluasiTahunan.objects.filter(
        pegawai_id__in=[tokoh[k][0] for k in ("pegawai", "rekan", "atasan")]
    )
    for ke, satu in enumerate(hasil.order_by("-siklus__tahun", "id")[:4]):
        alamat = reverse("penilaian:tahunan-hasil", args=[satu.pk])
        siapa = ("auditor", "pengelola_instansi", "pimpinan", "auditor")[ke]
        tulis(siapa, satu.pegawai_id, JenisLihat.HASIL, satu.pk, alamat, 9 - 2 * ke, 10 + ke)
    for ke, perkara in enumerate(Sanksi.objects.order_by("dibuat_pada", "id")[:2]):
        alamat = reverse("penghargaan:sanksi", args=[perkara.pk])
        tulis("pengelola_instansi", perkara.pegawai_id, JenisLihat.SANKSI, perkara.pk, alamat, 4 - ke, 14)
    CatatanLihat.objects.bulk_create(sorted(semua, key=lambda satu: satu.pada))


def _penyamaran(hari_ini: date, tokoh: Tokoh) -> None:
    baris = (
        ("pegawai", 19, 10, 12, "Laporan bantuan 1142: tombol unggah foto tidak tampak di ponsel"),
        ("rekan", 11, 13, 4, "Laporan bantuan 1187: angka capaian berbeda dengan catatan sendiri"),
        ("pegawai_baru", 3, 9, 15, "Laporan bantuan 1203: SKP pertama tidak dapat diajukan"),
    )
    JejakPenyamaran.objects.bulk_create(
        JejakPenyamaran(
            oleh_id=tokoh["admin_sistem"][0], pegawai_id=tokoh[siapa][0], alasan=alasan, mulai=pada,
            batas=pada + timedelta(minutes=15), selesai=pada + timedelta(minutes=lama) if lama < 15 else None,
        )
        for siapa, lalu, jam, lama, alasan in baris
        for pada in (_saat(hari_ini - timedelta(days=lalu), jam, 20),)
    )  # fmt: skip
