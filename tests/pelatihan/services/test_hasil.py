"""Results, hours, needs that are met, the certificate, and what participants say."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from inti.models import DokumenTerbit
from inti.workflow import TransisiDitolak
from pelatihan.models import TanggapanPelatihan
from pelatihan.services.hasil import (
    luluskan,
    ringkasan_tanggapan,
    tanggapi,
    tidak_luluskan,
)
from pelatihan.services.jp import jp_tahun, posisi, posisi_banyak
from pelatihan.services.presensi import hadirkan
from pelatihan.services.sertifikat import sertifikat
from penilaian.models import KebutuhanPengembangan

pytestmark = pytest.mark.django_db
HARI_TERAKHIR = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
NILAI = {"materi": 4, "pengajar": 3, "sarana": 2, "manfaat": 4}


@pytest.fixture
def hadir(buat_peserta, pemeran, kini):
    """Ratna was there; it is the last day."""
    kini.move_to(HARI_TERAKHIR)
    return buat_peserta(pemeran.ratna, "hadir")


def test_a_pass_counts_the_hours_of_the_training_and_meets_the_need(hadir, pemeran):
    kebutuhan = KebutuhanPengembangan.objects.create(
        pegawai=pemeran.ratna, topik="Indikator", sumber="usulan", kunci="x", status="direncanakan"
    )
    hadir.kebutuhan = kebutuhan
    hadir.save()
    satu = luluskan(peserta=hadir, oleh=pemeran.pengelola_instansi)
    assert (satu.status, satu.jp) == ("lulus", 8)
    kebutuhan.refresh_from_db()
    assert kebutuhan.status == "terpenuhi"
    assert [r.aksi for r in kebutuhan.riwayat.all()] == ["penuhi"]
    p = posisi(pegawai=pemeran.ratna, tahun=2026)
    assert (p.jumlah, p.kurang) == (8, 12)


def test_a_declined_need_stays_declined(hadir, pemeran):
    hadir.kebutuhan = KebutuhanPengembangan.objects.create(
        pegawai=pemeran.ratna, topik="Indikator", sumber="usulan", kunci="x", status="dibatalkan"
    )
    hadir.save()
    luluskan(peserta=hadir, oleh=pemeran.pengelola_instansi)
    hadir.kebutuhan.refresh_from_db()
    assert hadir.kebutuhan.status == "dibatalkan"


def test_what_was_not_passed_counts_nothing(hadir, pemeran):
    satu = tidak_luluskan(peserta=hadir, oleh=pemeran.pengelola_instansi, catatan="Tugas kurang")
    assert (satu.status, satu.jp, satu.catatan_hasil) == ("tidak_lulus", None, "Tugas kurang")
    assert jp_tahun(pegawai_ids=[pemeran.ratna.pk], tahun=2026) == {pemeran.ratna.pk: 0}


def test_no_result_before_the_last_day(hadir, pemeran, kini):
    kini.move_to(HARI_TERAKHIR - timedelta(days=1))
    for lakukan in (luluskan, tidak_luluskan):
        with pytest.raises(TransisiDitolak, match="hari terakhir"):
            lakukan(peserta=hadir, oleh=pemeran.pengelola_instansi, catatan="x")


def test_hours_of_many_cost_one_query(hadir, pemeran, django_assert_num_queries):
    luluskan(peserta=hadir, oleh=pemeran.pengelola_instansi)
    with django_assert_num_queries(1):
        semua = posisi_banyak(orang=[pemeran.ratna, pemeran.sari, pemeran.rudi], tahun=2026)
    assert [semua[o.pk].jumlah for o in (pemeran.ratna, pemeran.sari, pemeran.rudi)] == [8, 0, 0]
    assert jp_tahun(pegawai_ids=[pemeran.ratna.pk], tahun=2025)[pemeran.ratna.pk] == 0


def test_the_certificate_is_issued_once_and_can_be_checked(hadir, pemeran):
    satu = luluskan(peserta=hadir, oleh=pemeran.pengelola_instansi)
    dokumen, pdf = sertifikat(peserta=satu, oleh=pemeran.ratna)
    lagi, pdf_lagi = sertifikat(peserta=satu, oleh=pemeran.kabid)
    assert (dokumen.pk, pdf) == (lagi.pk, pdf_lagi)
    assert pdf.startswith(b"%PDF-")
    assert DokumenTerbit.objects.count() == 1
    assert ["Jumlah", "8 JP"] in dokumen.ringkas
    assert pemeran.ratna.nip in dokumen.data["keterangan"][0]


def test_no_certificate_without_a_pass_and_none_for_strangers(hadir, pemeran):
    with pytest.raises(TransisiDitolak, match="setelah Anda dinyatakan lulus"):
        sertifikat(peserta=hadir, oleh=pemeran.ratna)
    with pytest.raises(PermissionDenied):
        sertifikat(peserta=hadir, oleh=pemeran.rudi)


def test_an_answer_is_kept_without_its_author_and_once(hadir, pemeran):
    tanggapi(peserta=hadir, oleh=pemeran.ratna, nilai=NILAI, saran=" Bagus ")
    kolom = {f.name for f in TanggapanPelatihan._meta.get_fields()}
    assert kolom == {"id", "sesi", "materi", "pengajar", "sarana", "manfaat", "saran"}
    assert TanggapanPelatihan.objects.get().saran == "Bagus"
    with pytest.raises(TransisiDitolak, match="sudah ditutup atau sudah"):
        tanggapi(peserta=hadir, oleh=pemeran.ratna, nilai=NILAI)
    with pytest.raises(PermissionDenied):
        tanggapi(peserta=hadir, oleh=pemeran.pengelola_instansi, nilai=NILAI)


@pytest.mark.parametrize("hari", [-1, 8])
def test_the_questionnaire_is_open_for_a_week(hadir, pemeran, kini, hari):
    kini.move_to(HARI_TERAKHIR + timedelta(days=hari))
    with pytest.raises(TransisiDitolak):
        tanggapi(peserta=hadir, oleh=pemeran.ratna, nilai=NILAI)


@pytest.mark.parametrize(("banyak", "hari", "cukup"), [(5, 8, True), (4, 8, False), (5, 7, False)])
def test_answers_are_shown_from_five_and_only_when_no_more_can_come(sesi, kini, banyak, hari, cukup):
    for n in range(banyak):
        TanggapanPelatihan.objects.create(sesi=sesi, materi=4 if n else 3, pengajar=3, sarana=2, manfaat=1)
    kini.move_to(HARI_TERAKHIR + timedelta(days=hari))
    hasil = ringkasan_tanggapan(sesi)
    assert (hasil.banyak, hasil.cukup) == (banyak, cukup)
    assert [n for _l, n in hasil.rerata] == (
        [Decimal("3.8"), Decimal("3.0"), Decimal("2.0"), Decimal("1.0")] if cukup else []
    )


def test_nobody_decides_on_his_own_result(sesi, buat_peserta, pemeran, kini):
    """HR people take part too; their hours are given by a colleague."""
    orang = pemeran.pengelola_instansi
    peserta = buat_peserta(orang, "hadir")
    kini.move_to(datetime(2026, 3, 11, 9, 0, tzinfo=UTC))
    for lakukan in (luluskan, tidak_luluskan):
        with pytest.raises(TransisiDitolak, match="oleh orang lain"):
            lakukan(peserta=peserta, oleh=orang, catatan="x")
    with pytest.raises(TransisiDitolak, match="oleh orang lain"):
        hadirkan(peserta=peserta, hari=sesi.mulai, bagian="pagi", alasan="x", oleh=orang)
    peserta.refresh_from_db()
    assert (peserta.status, peserta.jp) == ("hadir", None)
