"""The gate on every door, four eyes, and a case from proposal to the end of its decree."""

import io
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import Exists, OuterRef
from django.db.models.expressions import RawSQL
from django.utils import timezone
from PIL import Image

from inti.kalender import Zona
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelaksanaan.services.berkas import periksa_berkas
from pemberitahuan.models import Pesan
from penghargaan.aturan.gerbang import yang_kurang
from penghargaan.models import RencanaPerbaikan, Sanksi, TindakanPerbaikan, TinjauanPerbaikan
from penghargaan.services import perbaikan, sanksi
from penghargaan.services.perbaikan_baca import dukungan_dari
from penghargaan.services.sanksi_jadwal import urus_sanksi
from penilaian.models import EvaluasiPeriodik
from tests.penghargaan.bahan_tindak_lanjut import BOLOS, USULAN, jalani

SURAT = sanksi.IsianPanggilan("800/1", date(2026, 9, 3), datetime(2026, 9, 15, 2, 0, tzinfo=UTC), "BKPSDM")
PUTUSAN = sanksi.IsianPutusan("k2", "SK 800/9", date(2026, 9, 20), date(2026, 10, 1), "Sesuai berita acara.")


def ajukan(gagal, pemeran) -> Sanksi:
    draf = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=USULAN, oleh=pemeran.kabid)
    return sanksi.usulkan(sanksi=draf, oleh=pemeran.kabid)


def sampai_diperiksa(satu, pemeran, kini) -> Sanksi:
    satu = sanksi.panggil(sanksi=satu, isian=SURAT, oleh=pemeran.pengelola_instansi)
    kini.move_to(datetime(2026, 9, 15, 5, 0, tzinfo=UTC))
    return sanksi.periksa(
        sanksi=satu,
        waktu=SURAT.waktu,
        hadir=True,
        berita_acara="Tanya jawab.",
        oleh=pemeran.pengelola_instansi,
    )


def test_a_draft_without_support_can_be_written_but_not_submitted(draf_sanksi, pemeran):
    with pytest.raises(TransisiDitolak) as tolak:
        sanksi.usulkan(sanksi=draf_sanksi, oleh=pemeran.kabid)
    assert tolak.value.kode == "gerbang"
    assert "Dampingi dulu" in tolak.value.alasan
    assert not draf_sanksi.riwayat.exists()


@pytest.mark.parametrize("status", ["diusulkan", "dipanggil", "diperiksa", "diputus", "berlaku", "selesai"])
def test_no_sql_update_passes_the_gate(draf_sanksi, status):
    with pytest.raises(IntegrityError, match="dukungan yang wajib belum tercatat"), transaction.atomic():
        Sanksi.objects.filter(pk=draf_sanksi.pk).update(status=status)
    with pytest.raises(IntegrityError, match="dukungan"), transaction.atomic(), connection.cursor() as k:
        k.execute("UPDATE penghargaan_sanksi SET status = %s WHERE id = %s", [status, draf_sanksi.pk])


def test_no_insert_passes_the_gate(draf_sanksi, pemeran):
    kolom = [f.attname for f in Sanksi._meta.concrete_fields if f.name not in {"id", "status"}]
    with pytest.raises(IntegrityError, match="dukungan"), transaction.atomic():
        Sanksi.objects.create(**{k: getattr(draf_sanksi, k) for k in kolom}, status="diusulkan")
    with pytest.raises(IntegrityError, match="dukungan"), transaction.atomic():
        Sanksi.objects.bulk_create(
            [Sanksi(**{k: getattr(draf_sanksi, k) for k in kolom}, status="diusulkan")]
        )
    with pytest.raises(IntegrityError, match="dukungan"), transaction.atomic(), connection.cursor() as k:
        k.execute(
            "INSERT INTO penghargaan_sanksi (pegawai_id, unit_id, penilai_id, dasar, status, evaluasi_id,"
            " jenis, alasan, disusun_oleh_id) SELECT pegawai_id, unit_id, penilai_id, dasar, 'diusulkan',"
            " evaluasi_id, jenis, alasan, disusun_oleh_id FROM penghargaan_sanksi"
        )


def test_a_disguise_as_discipline_is_no_door(draf_sanksi):
    with pytest.raises(IntegrityError, match="sanksi_jenis_menurut_dasar"), transaction.atomic():
        Sanksi.objects.filter(pk=draf_sanksi.pk).update(dasar="disiplin", status="diusulkan")


def test_a_plan_cannot_be_concluded_early_by_sql(berjalan):
    isi = {
        "status": "tidak_tercapai", "bukti": "x", "simpulan_hari": date(2026, 9, 1),
        "disimpulkan_pada": datetime(2026, 9, 1, tzinfo=UTC), "disimpulkan_oleh": berjalan.penilai,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="belum berakhir"), transaction.atomic():
        RencanaPerbaikan.objects.filter(pk=berjalan.pk).update(**isi)
    with pytest.raises(IntegrityError, match="tidak dapat dipersingkat"), transaction.atomic():
        RencanaPerbaikan.objects.filter(pk=berjalan.pk).update(mulai=date(2026, 3, 3))
    with pytest.raises(IntegrityError, match="tidak dapat dipersingkat"), transaction.atomic():
        RencanaPerbaikan.objects.filter(pk=berjalan.pk).update(bulan=1)


def test_what_was_agreed_cannot_be_taken_out_to_open_the_gate(berjalan):
    for model in (TinjauanPerbaikan, TindakanPerbaikan):
        with pytest.raises(IntegrityError, match="sudah diusulkan atau disepakati"), transaction.atomic():
            model.objects.filter(rencana=berjalan).delete()


@pytest.mark.parametrize(("tinjauan", "tindakan"), [(2, True), (1, True), (0, True), (2, False)])
def test_rule_and_database_say_the_same(draf_sanksi, berjalan, kini, pemeran, tinjauan, tindakan):
    rencana = jalani(berjalan, kini, tinjauan=tinjauan, tindakan=tindakan)
    rencana = perbaikan.simpulkan(rencana=rencana, tercapai=False, bukti="Tetap.", oleh=rencana.penilai)
    Sanksi.objects.filter(pk=draf_sanksi.pk).update(rencana=rencana)
    boleh = not yang_kurang("kinerja", "pns", dukungan_dari(rencana))
    try:
        with transaction.atomic():
            Sanksi.objects.filter(pk=draf_sanksi.pk).update(status="diusulkan")
        lewat = True
    except IntegrityError:
        lewat = False
    assert lewat is boleh is (tinjauan == 2 and tindakan)


def test_another_persons_support_opens_nothing(gagal, draf_sanksi, pemeran):
    with pytest.raises(IntegrityError, match="dukungan"), transaction.atomic():
        Sanksi.objects.filter(pk=draf_sanksi.pk).update(
            pegawai=pemeran.sari, rencana=gagal, status="diusulkan"
        )


def test_a_lawful_case_goes_to_its_end(gagal, pemeran, kini):
    satu = ajukan(gagal, pemeran)
    assert satu.rencana == gagal
    assert satu.evaluasi_id == gagal.evaluasi_id
    satu = sampai_diperiksa(satu, pemeran, kini)
    sanksi.tanggapi(sanksi=satu, isi="Saya menerima.", oleh=pemeran.ratna)
    kini.move_to(datetime(2026, 9, 20, 2, 0, tzinfo=UTC))
    satu = sanksi.putuskan(sanksi=satu, isian=PUTUSAN, oleh=pemeran.pimpinan)
    assert (satu.status, satu.selesai) == ("diputus", None)
    assert urus_sanksi(zona=Zona.WIB, tanggal=date(2026, 9, 30)) == 0
    assert [urus_sanksi(zona=Zona.WIB, tanggal=date(2026, 10, 1)) for _ in range(2)] == [1, 0]
    assert sanksi.sedang_dikenai(pegawai=pemeran.ratna, pada=date(2026, 10, 1)) == satu
    assert sanksi.sedang_dikenai(pegawai=pemeran.ratna, pada=date(2026, 9, 30)) is None
    satu = sanksi.catat_upaya(
        sanksi=satu, upaya="keberatan", tanggal=date(2026, 10, 5), catatan="", oleh=pemeran.pengelola_instansi
    )
    assert (
        sanksi.cabut(sanksi=satu, alasan="Keberatan diterima.", oleh=pemeran.pimpinan).status == "dibatalkan"
    )
    assert sanksi.sedang_dikenai(pegawai=pemeran.ratna, pada=date(2026, 10, 6)) is None
    jenis = list(Pesan.objects.filter(penerima=pemeran.ratna).values_list("jenis", flat=True))
    assert {"sanksi_dipanggil", "sanksi_diputus", "sanksi_dihentikan"} <= set(jenis)


def test_discipline_ends_after_its_months_and_the_statement_for_many_agrees(pemeran, kini):
    isian = sanksi.IsianUsulan("disiplin", "d23", "Dua belas hari tidak masuk.", 12, 3)
    satu = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=isian, oleh=pemeran.kabid)
    satu = sanksi.usulkan(sanksi=satu, oleh=pemeran.kabid)
    kini.move_to(datetime(2026, 9, 3, 2, 0, tzinfo=UTC))
    satu = sampai_diperiksa(satu, pemeran, kini)
    isi = sanksi.IsianPutusan("d23", "SK 1", date(2026, 9, 15), date(2026, 10, 1), "Terbukti.")
    satu = sanksi.putuskan(sanksi=satu, isian=isi, oleh=pemeran.pimpinan)
    assert satu.selesai == date(2027, 3, 31)
    for hari in (date(2026, 9, 30), date(2026, 10, 1), date(2027, 3, 31), date(2027, 4, 1)):
        satuan = {p.pk for _n, p in pemeran.items() if sanksi.sedang_dikenai(pegawai=p, pada=hari)}
        sql = sanksi.sql_sedang_dikenai(pegawai='"pegawai_pegawai"."id"', pada="%s::date")
        banyak = Pegawai.objects.annotate(kena=RawSQL(sql, [hari, hari])).filter(kena=True)
        assert set(banyak.values_list("pk", flat=True)) == satuan
        lain = Pegawai.objects.filter(Exists(Sanksi.objects.dikenai(hari).filter(pegawai=OuterRef("pk"))))
        assert set(lain.values_list("pk", flat=True)) == satuan
    assert urus_sanksi(zona=Zona.WIB, tanggal=date(2026, 10, 1)) == 1
    assert urus_sanksi(zona=Zona.WIB, tanggal=date(2027, 3, 31)) == 0
    assert [urus_sanksi(zona=Zona.WIB, tanggal=date(2027, 4, 1)) for _ in range(2)] == [1, 0]


def test_four_eyes_hold_in_service_and_database(gagal, pemeran, kini):
    draf = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=USULAN, oleh=pemeran.pengelola_instansi)
    satu = sanksi.usulkan(sanksi=draf, oleh=pemeran.pengelola_instansi)
    with pytest.raises(TransisiDitolak, match="tidak boleh memeriksa"):
        sanksi.panggil(sanksi=satu, isian=SURAT, oleh=pemeran.pengelola_instansi)
    with pytest.raises(IntegrityError, match="sanksi_empat_mata"), transaction.atomic():
        Sanksi.objects.filter(pk=satu.pk).update(diperiksa_oleh=pemeran.pengelola_instansi)
    with pytest.raises(IntegrityError, match="sanksi_bukan_diri_sendiri"), transaction.atomic():
        Sanksi.objects.filter(pk=satu.pk).update(diperiksa_oleh=pemeran.ratna)


def test_a_summons_leaves_seven_working_days_and_comes_at_most_twice(gagal, pemeran, kini):
    satu = ajukan(gagal, pemeran)
    pi = pemeran.pengelola_instansi
    # 3 September 2026 is a Thursday: the seventh working day after it is Monday the 14th
    cepat = sanksi.IsianPanggilan("1", date(2026, 9, 3), datetime(2026, 9, 11, 2, 0, tzinfo=UTC), "A")
    with pytest.raises(TransisiDitolak, match="7 hari kerja"):
        sanksi.panggil(sanksi=satu, isian=cepat, oleh=pi)
    pas = sanksi.IsianPanggilan("1", date(2026, 9, 3), datetime(2026, 9, 14, 2, 0, tzinfo=UTC), "A")
    satu = sanksi.panggil(sanksi=satu, isian=pas, oleh=pi)
    kini.move_to(datetime(2026, 9, 30, 2, 0, tzinfo=UTC))
    with pytest.raises(TransisiDitolak, match="panggilan kedua"):
        sanksi.periksa(sanksi=satu, waktu=pas.waktu, hadir=False, berita_acara="Kosong.", oleh=pi)
    lagi = sanksi.IsianPanggilan("2", date(2026, 9, 15), datetime(2026, 9, 29, 2, 0, tzinfo=UTC), "A")
    satu = sanksi.panggil(sanksi=satu, isian=lagi, oleh=pi)
    with pytest.raises(TransisiDitolak, match="dua kali"):
        sanksi.panggil(sanksi=satu, isian=lagi, oleh=pi)
    with pytest.raises(TransisiDitolak, match="berita acara"):
        sanksi.periksa(sanksi=satu, waktu=lagi.waktu, hadir=False, berita_acara=" ", oleh=pi)
    assert not sanksi.periksa(
        sanksi=satu, waktu=lagi.waktu, hadir=False, berita_acara="Kosong.", oleh=pi
    ).hadir


def test_one_plan_carries_one_case(gagal, pemeran):
    ajukan(gagal, pemeran)
    with pytest.raises(TransisiDitolak, match="Perkara lain"):
        ajukan(gagal, pemeran)


def test_a_draft_can_be_changed_dropped_and_returned(gagal, pemeran):
    draf = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=USULAN, oleh=pemeran.kabid)
    lain = sanksi.IsianUsulan("kinerja", "k1", "Diubah.")
    assert sanksi.ubah_usulan(sanksi=draf, isian=lain, oleh=pemeran.kabid).jenis == "k1"
    satu = sanksi.usulkan(sanksi=draf, oleh=pemeran.kabid)
    with pytest.raises(TransisiDitolak, match="sudah diajukan"):
        sanksi.ubah_usulan(sanksi=satu, isian=lain, oleh=pemeran.kabid)
    satu = sanksi.kembalikan(sanksi=satu, catatan="Lengkapi.", oleh=pemeran.pengelola_instansi)
    assert sanksi.batalkan(sanksi=satu, alasan="Keliru.", oleh=pemeran.kabid).status == "dibatalkan"
    assert (
        sanksi.hentikan(sanksi=ajukan(gagal, pemeran), alasan="x", oleh=pemeran.pimpinan).status
        == "dihentikan"
    )
    assert not Pesan.objects.filter(jenis="sanksi_dihentikan").exists()  # she never knew of it


def test_who_may_not_propose_is_refused(evaluasi_rendah, pemeran):
    for nama in ("ratna", "sari", "kadis", "pengelola_opd", "pimpinan", "auditor"):
        with pytest.raises(PermissionDenied):
            sanksi.buat_usulan(pegawai=pemeran.ratna, isian=USULAN, oleh=getattr(pemeran, nama))
    salah = sanksi.IsianUsulan("kinerja", "d1", "x")
    with pytest.raises(TransisiDitolak, match="sesuai dengan dasar"):
        sanksi.buat_usulan(pegawai=pemeran.ratna, isian=salah, oleh=pemeran.kabid)
    with pytest.raises(TransisiDitolak, match="Tidak ada hasil evaluasi"):
        sanksi.buat_usulan(pegawai=pemeran.sari, isian=USULAN, oleh=pemeran.kabid)


def _foto(nama: str = "a.jpg", warna: str = "red"):
    isi = io.BytesIO()
    Image.new("RGB", (8, 8), warna).save(isi, "JPEG")
    return periksa_berkas(SimpleUploadedFile(nama, isi.getvalue()))


def test_files_are_kept_once_and_each_side_adds_its_own(pemeran, kini, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    satu = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=BOLOS, oleh=pemeran.kabid)
    assert sanksi.lampirkan(sanksi=satu, jenis="usulan", berkas=[_foto()], oleh=pemeran.kabid) == 1
    assert sanksi.lampirkan(sanksi=satu, jenis="usulan", berkas=[_foto()], oleh=pemeran.kabid) == 0
    with pytest.raises(PermissionDenied):
        sanksi.lampirkan(sanksi=satu, jenis="usulan", berkas=[_foto()], oleh=pemeran.ratna)
    assert sanksi.lampirkan(sanksi=satu, jenis="pembelaan", berkas=[_foto(warna="blue")], oleh=pemeran.ratna)
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        satu.dokumen.all().delete()


def test_whoever_rewrites_a_draft_cannot_check_it_afterwards(gagal, pemeran):
    """Four eyes are counted from the drafter, so nobody else puts words into his draft or submits it."""
    draf = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=USULAN, oleh=pemeran.kabid)
    isian = sanksi.IsianUsulan("kinerja", "k1", "Diubah.")
    with pytest.raises(TransisiDitolak, match="Hanya penyusun"):
        sanksi.ubah_usulan(sanksi=draf, isian=isian, oleh=pemeran.pengelola_instansi)
    with pytest.raises(TransisiDitolak, match="Hanya penyusun"):
        sanksi.usulkan(sanksi=draf, oleh=pemeran.pengelola_instansi)
    batal = sanksi.batalkan(sanksi=draf, alasan="Disusun baru.", oleh=pemeran.pengelola_instansi)
    assert batal.status == "dibatalkan"


def test_whoever_summoned_does_not_decide_even_when_another_held_the_hearing(gagal, pemeran, kini):
    satu = sampai_diperiksa(ajukan(gagal, pemeran), pemeran, kini)
    satu.riwayat.create(aksi="panggil", dari="dipanggil", ke="dipanggil", oleh=pemeran.pimpinan)
    kini.move_to(datetime(2026, 9, 20, 2, 0, tzinfo=UTC))
    with pytest.raises(TransisiDitolak, match="tidak boleh memutus"):
        sanksi.putuskan(sanksi=satu, isian=PUTUSAN, oleh=pemeran.pimpinan)


def test_a_label_lifted_by_an_objection_carries_no_sanction(gagal, pemeran, kini):
    satu = sampai_diperiksa(ajukan(gagal, pemeran), pemeran, kini)
    EvaluasiPeriodik.objects.filter(pk=gagal.evaluasi_id).update(
        rating_hasil=2, rating_perilaku=2, predikat=2
    )
    kini.move_to(datetime(2026, 9, 20, 2, 0, tzinfo=UTC))
    satu = Sanksi.objects.get(pk=satu.pk)
    with pytest.raises(TransisiDitolak, match="tidak lagi beralasan"):
        sanksi.putuskan(sanksi=satu, isian=PUTUSAN, oleh=pemeran.pimpinan)
    sanksi.hentikan(sanksi=satu, alasan="Dasar gugur.", oleh=pemeran.pimpinan)
    draf = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=USULAN, oleh=pemeran.kabid)
    with pytest.raises(TransisiDitolak, match="tidak lagi beralasan"):
        sanksi.usulkan(sanksi=draf, oleh=pemeran.kabid)


def test_a_decree_runs_its_days_when_the_person_changed_since(gagal, pemeran, kini):
    """Whatever opened the gate then: one changed person must not stop the schedule for everybody."""
    satu = sampai_diperiksa(ajukan(gagal, pemeran), pemeran, kini)
    kini.move_to(datetime(2026, 9, 20, 2, 0, tzinfo=UTC))
    satu = sanksi.putuskan(sanksi=satu, isian=PUTUSAN, oleh=pemeran.pimpinan)
    # A PPPK whose plan was shorter and who is appointed PNS afterwards looks like this to the gate.
    with connection.cursor() as kursor:
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        kursor.execute("ALTER TABLE penghargaan_rencanaperbaikan DISABLE TRIGGER USER")
        RencanaPerbaikan.objects.filter(pk=gagal.pk).update(bulan=7)
        kursor.execute("ALTER TABLE penghargaan_rencanaperbaikan ENABLE TRIGGER USER")
    assert urus_sanksi(zona=Zona.WIB, tanggal=date(2026, 10, 1)) == 1
    with pytest.raises(IntegrityError, match="dukungan"), transaction.atomic():
        Sanksi.objects.filter(pk=satu.pk).update(pegawai=pemeran.sari)


def test_the_days_before_a_hearing_are_those_of_the_unit(gagal, pemeran, kini):
    """14 September 00.30 in Jakarta is the day; whoever writes may sit in another zone."""
    satu = ajukan(gagal, pemeran)
    waktu = datetime(2026, 9, 13, 17, 30, tzinfo=UTC)
    with timezone.override("UTC"):
        satu = sanksi.panggil(
            sanksi=satu,
            isian=sanksi.IsianPanggilan("1", date(2026, 9, 3), waktu, "A"),
            oleh=pemeran.pengelola_instansi,
        )
    assert Pesan.objects.get(jenis="sanksi_dipanggil").data["batas"] == "2026-09-14"


def test_an_appeal_leaves_its_trace_in_the_history(pemeran, gagal, kini):
    satu = sampai_diperiksa(ajukan(gagal, pemeran), pemeran, kini)
    kini.move_to(datetime(2026, 9, 20, 2, 0, tzinfo=UTC))
    satu = sanksi.putuskan(sanksi=satu, isian=PUTUSAN, oleh=pemeran.pimpinan)
    sanksi.catat_upaya(
        sanksi=satu, upaya="keberatan", tanggal=date(2026, 9, 20), catatan="Surat 12",
        oleh=pemeran.pengelola_instansi,
    )  # fmt: skip
    baris = satu.riwayat.last()
    assert (baris.aksi, baris.oleh, baris.catatan) == ("catat_upaya", pemeran.pengelola_instansi, "Surat 12")
