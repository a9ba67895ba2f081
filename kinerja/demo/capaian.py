"""Labels of units, reasons for distributions and objections of the two years of the demo."""

from datetime import date, timedelta
from itertools import cycle
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Case, Count, F, IntegerField, QuerySet, When
from django.utils import timezone

from kinerja.demo import sql_capaian
from pegawai.enums import JenisPegawai
from penilaian.aturan.predikat import predikat_kinerja
from penilaian.enums import PilihanPredikat
from penilaian.models import (
    DistribusiPenilai,
    EvaluasiPeriodik,
    EvaluasiTahunan,
    Keberatan,
    KeteranganKeberatan,
    RiwayatEvaluasi,
    RiwayatKeberatan,
)
from penilaian.services.capaian_massal import isi_capaian
from penilaian.services.distribusi import keadaan
from penilaian.services.keberatan_syarat import jam_putus
from sasaran.enums import StatusPeriode
from sasaran.models import Periode, Siklus

BANYAK_SELESAI, BANYAK_BERJALAN, BANYAK_ALASAN = 24, 6, 12
SELESAI = ("dikuatkan", "diubah", "dikuatkan", "dicabut", "diubah")

ALASAN = (
    "Tiga kegiatan pada bulan terakhir belum dihitung, padahal buktinya sudah diunggah sebelum batas waktu.",
    "Realisasi turun karena dua pekan aplikasi layanan tidak dapat dipakai; hal itu sudah saya laporkan.",
    "Target diubah di tengah periode, sedangkan penilaian masih memakai target yang lama.",
    "Umpan balik positif dari pimpinan bidang lain belum dipertimbangkan dalam penilaian perilaku.",
)
PENJELASAN = (
    "Saya menilai dari laporan yang masuk sampai batas penilaian. Tiga laporan itu masuk setelahnya.",
    "Gangguan aplikasi sudah saya pertimbangkan; yang belum tercapai adalah tindak lanjut setelah pulih.",
    "Target yang saya pakai adalah yang disepakati saat dialog kinerja, dan risalahnya ada di laporan.",
)
KETERANGAN = "Mohon lampirkan tanda terima laporan bulan terakhir agar dapat saya periksa bersama."
MENGUATKAN = (
    "Kedua pihak sudah saya dengar. Bukti menunjukkan penilaian semula sesuai dengan target yang disepakati."
)
MENGUBAH = "Bukti yang diajukan sah dan ada sebelum batas waktu, sehingga hasilnya perlu dihitung kembali."
REKOMENDASI = "Catat realisasi setiap pekan agar tidak ada kegiatan yang terlewat pada periode berikutnya."
ALASAN_DISTRIBUSI = (
    "Tim ini menyelesaikan seluruh rencana aksi lebih awal; tidak ada anggota yang tertinggal.",
    "Dua anggota baru belum cukup lama untuk dibedakan, sehingga sebarannya belum mengikuti kurva.",
    "Hasil anggota merata karena pekerjaannya satu rangkaian layanan yang sama.",
)


def isi_capaian_dan_keberatan(hari_ini: date) -> None:
    """Labels for every period that was opened and for the finished year, reasons, and objections in all states."""
    lalu = Siklus.objects.get(tahun=hari_ini.year - 1)
    for periode in Periode.objects.exclude(status=StatusPeriode.BELUM_DIBUKA).select_related("siklus"):
        isi_capaian(siklus=periode.siklus, periode=periode, pada=hari_ini, kabari=False)
    isi_capaian(siklus=lalu, pada=hari_ini, kabari=False)
    with connection.cursor() as kursor:
        zona(settings.TIME_ZONE)
        for perintah in sql_capaian.PERINTAH:
            kursor.execute(perintah, {"hari_ini": hari_ini})
    zona("UTC")  # Django takes what it reads for UTC
    _isi_alasan(hari_ini)
    for ke, (evaluasi, status) in enumerate(zip(_selesai(hari_ini), cycle(SELESAI), strict=False)):
        _isi_selesai(evaluasi, status, ke)
    for ke, evaluasi in enumerate(_berjalan()):
        _isi_berjalan(evaluasi, ke)
    zona(settings.TIME_ZONE)


def zona(nama: str) -> None:
    """Times without a zone in SQL are meant in this one, until the end of the transaction."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT set_config('TimeZone', %s, true)", [nama])


def _isi_alasan(hari_ini: date) -> None:
    """The larger teams of the last closed quarter whose spread differs from the guide."""
    periode = Periode.objects.filter(status=StatusPeriode.DITUTUP).select_related("siklus").last()
    if periode is None:
        return
    tim = EvaluasiPeriodik.objects.filter(periode=periode).values("penilai").annotate(n=Count("pk"))
    for ke, satu in enumerate(tim.filter(n__gte=5).order_by("-n", "penilai")[:BANYAK_ALASAN]):
        kini = keadaan(penilai_id=satu["penilai"], siklus=periode.siklus, periode=periode, pada=hari_ini)
        if kini.label is None or not kini.kode_peringatan:
            continue
        DistribusiPenilai.objects.create(
            penilai_id=satu["penilai"],
            unit_id=kini.label.unit_id,
            siklus=periode.siklus,
            periode=periode,
            capaian=kini.label.predikat,
            hitungan={str(int(p)): n for p, n in kini.hitungan.items()},
            peringatan=sorted(kini.kode_peringatan),
            alasan=ALASAN_DISTRIBUSI[ke % len(ALASAN_DISTRIBUSI)],
            pada=periode.ditutup_pada - timedelta(days=8),
        )


def _dapat() -> QuerySet[EvaluasiPeriodik]:
    """Delivered evaluations to which an objection is possible, in an order that means nothing."""
    semua = EvaluasiPeriodik.objects.filter(
        status__in=["disampaikan", "diterima"], atasan_penilai__isnull=False, rekaman__isnull=False
    )
    semua = semua.exclude(penilai__jenis=JenisPegawai.PEJABAT_NEGARA).exclude(atasan_penilai=F("pegawai"))
    return semua.select_related("unit", "pegawai", "penilai", "atasan_penilai", "periode").order_by("id")


def _selesai(hari_ini: date) -> list[EvaluasiPeriodik]:
    """Of closed quarters of the running year, not the newest days, so that all has happened by today."""
    semua = _dapat().filter(
        status="diterima",
        periode__status=StatusPeriode.DITUTUP,
        disampaikan_pada__lt=timezone.now() - timedelta(days=25),
        periode__siklus__tahun__gte=hari_ini.year - 1,
    )
    separuh = BANYAK_SELESAI // 2
    return [*semua.filter(predikat__gte=3)[:separuh], *semua.filter(predikat=2)[:separuh]]


def _berjalan() -> list[EvaluasiPeriodik]:
    """The newest deliveries; those of the cast first, so that its accounts have something to do."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT id FROM demo_orang WHERE tokoh = 'atasan'")
        penilai = [id_ for (id_,) in kursor.fetchall()]
    semua = _dapat().filter(disampaikan_pada__gte=timezone.now() - timedelta(days=14), keberatan__isnull=True)
    tokoh = Case(When(penilai__in=penilai, then=0), default=1, output_field=IntegerField())
    return list(semua.order_by(tokoh, "-disampaikan_pada", "id")[:BANYAK_BERJALAN])


def buat(evaluasi: EvaluasiPeriodik | EvaluasiTahunan, ke: int, **isi: Any) -> Keberatan:
    """An objection against a quarter or a year, with its history up to the explanation."""
    atas = "tahunan" if isinstance(evaluasi, EvaluasiTahunan) else "periodik"
    keberatan = Keberatan(
        **{atas: evaluasi},
        pegawai=evaluasi.pegawai,
        penilai=evaluasi.penilai,
        pemutus=evaluasi.atasan_penilai,
        unit=evaluasi.unit,
        alasan=ALASAN[ke % len(ALASAN)],
        rating_hasil_lama=evaluasi.rating_hasil,
        rating_perilaku_lama=evaluasi.rating_perilaku,
        predikat_lama=evaluasi.predikat,
        **isi,
    )
    keberatan.batas_putus = jam_putus(keberatan).hitungan.jatuh_tempo
    keberatan.save(force_insert=True)
    riwayat(keberatan, "ajukan", "", "diajukan", keberatan.pegawai_id, keberatan.diajukan_pada)
    if keberatan.dijelaskan_pada:
        riwayat(
            keberatan, "jelaskan", "diajukan", "dijelaskan", keberatan.penilai_id, keberatan.dijelaskan_pada
        )
    return keberatan


def riwayat(k: Keberatan, aksi: str, dari: str, ke: str, oleh: object, pada: object, **lain: Any) -> None:
    """One line of its history."""
    RiwayatKeberatan.objects.create(objek=k, aksi=aksi, dari=dari, ke=ke, oleh_id=oleh, pada=pada, **lain)


def _isi_berjalan(evaluasi: EvaluasiPeriodik, ke: int) -> None:
    kini = timezone.now()
    diajukan = min(kini - timedelta(minutes=30), evaluasi.disampaikan_pada + timedelta(hours=20))
    diajukan = max(diajukan, evaluasi.disampaikan_pada)
    if ke % 2 == 0:
        buat(evaluasi, ke, status="diajukan", diajukan_pada=diajukan)
        return
    jelas = {"penjelasan": PENJELASAN[ke % 3], "dijelaskan_pada": kini - timedelta(minutes=10)}
    k = buat(evaluasi, ke, status="dijelaskan", diajukan_pada=diajukan, **jelas)
    KeteranganKeberatan.objects.create(keberatan=k, oleh=k.pemutus, isi=KETERANGAN, pada=kini)


def _isi_selesai(evaluasi: EvaluasiPeriodik, status: str, ke: int) -> None:
    """An objection that is over; a change also stands in the evaluation."""
    baru = rating_baru(evaluasi, evaluasi.periode.selesai) if status == "diubah" else None
    status = "dikuatkan" if status == "diubah" and baru is None else status
    hari = {n: evaluasi.disampaikan_pada + timedelta(days=n) for n in (2, 4, 7, 8)}
    isi: dict[str, object] = {"diajukan_pada": hari[2]}
    if status == "dicabut":
        k = buat(evaluasi, ke, status=status, dicabut_pada=hari[4], **isi)
        riwayat(k, "cabut", "diajukan", "dicabut", k.pegawai_id, hari[4])
        return
    isi |= {"penjelasan": PENJELASAN[ke % 3], "dijelaskan_pada": hari[4]}
    isi |= {"diputus_pada": hari[7], "diputus_oleh": evaluasi.atasan_penilai}
    isi["pertimbangan"] = MENGUBAH if baru else MENGUATKAN
    if baru:
        isi |= {"rekomendasi": REKOMENDASI, "rating_hasil_baru": baru[0], "rating_perilaku_baru": baru[1]}
        isi["predikat_baru"] = baru[2]
    k = buat(evaluasi, ke, status=status, **isi)
    aksi = "ubah" if baru else "kuatkan"
    riwayat(
        k,
        aksi,
        "dijelaskan",
        status,
        k.pemutus_id,
        hari[7],
        catatan=k.pertimbangan,
        predikat_baru=k.predikat_baru,
    )
    if baru:
        _ubah_evaluasi(k, evaluasi, hari[8])


def rating_baru(evaluasi: Any, akhir: date) -> tuple[int, int, int] | None:
    """One step better in results, in behaviour or in both, whichever first gives a better label; else None."""
    hasil, perilaku = evaluasi.rating_hasil, evaluasi.rating_perilaku
    for h, p in ((hasil - 1, perilaku), (hasil, perilaku - 1), (hasil - 1, perilaku - 1)):
        if h >= 1 and p >= 1:
            predikat = int(predikat_kinerja(h, p, akhir))
            if predikat < evaluasi.predikat:
                return h, p, predikat
    return None


def _ubah_evaluasi(k: Keberatan, evaluasi: EvaluasiPeriodik, diterima: object) -> None:
    """The new result in the evaluation, its snapshot and history, read again by the employee."""
    lama = evaluasi.rekaman
    catatan = (
        f"{k.nomor}: {PilihanPredikat(k.predikat_lama).label} → {PilihanPredikat(k.predikat_baru).label}"
    )
    nilai = {n: getattr(k, f"{n}_baru") for n in ("rating_hasil", "rating_perilaku", "predikat")}
    rekaman = {
        **lama,
        "hasil": k.rating_hasil_baru,
        "perilaku": k.rating_perilaku_baru,
        "alasan_hasil": k.pertimbangan,
        "keberatan": {
            "nomor": k.nomor,
            "hasil_lama": k.rating_hasil_lama,
            "perilaku_lama": k.rating_perilaku_lama,
            "predikat_lama": k.predikat_lama,
            "alasan_hasil_lama": lama.get("alasan_hasil", ""),
            "alasan_perilaku_lama": lama.get("alasan_perilaku", ""),
            "oleh": k.diputus_oleh.nama_lengkap,
            "pada": k.diputus_pada.isoformat(),
            "pertimbangan": k.pertimbangan,
        },
    }
    EvaluasiPeriodik.objects.filter(pk=evaluasi.pk).update(
        **nilai, rekaman=rekaman, alasan_hasil=k.pertimbangan, diterima_pada=diterima
    )
    langkah = (
        ("putus_keberatan", "diterima", "disampaikan", k.pemutus_id, k.diputus_pada, catatan, nilai),
        ("terima", "disampaikan", "diterima", k.pegawai_id, diterima, "", {}),
    )
    akhir = RiwayatEvaluasi.objects.filter(objek=evaluasi).latest("pada").pada
    for aksi, dari, ke, oleh, pada, teks, lain in langkah:
        akhir = pada = max(pada, akhir + timedelta(hours=1))  # after what was written before
        RiwayatEvaluasi.objects.create(
            objek=evaluasi, aksi=aksi, dari=dari, ke=ke, oleh_id=oleh, pada=pada, catatan=teks, **lain
        )
