"""An objection from its filing to its decision: who, until when, and what it leaves behind."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied

from inti.workflow import TransisiDitolak
from pemberitahuan.models import JenisPesan, Pesan
from penilaian.aturan.predikat import Rating
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, Keberatan
from penilaian.services.keberatan import ajukan, cabut, jelaskan, tambah_keterangan
from penilaian.services.keberatan_putus import Putusan, putuskan
from penilaian.services.keberatan_syarat import jam_ajukan, kemungkinan

RABU = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)  # 1 April 2026, 09.00 WIB
DITERIMA = "PermenPANRB 6/2022, Pasal 29 dan Lampiran Bab V.B.2"


@pytest.fixture
def disampaikan(buat_evaluasi, pemeran):
    """Ratna's quarter, delivered on 1 April 2026: Sesuai × Sesuai is Baik."""
    return buat_evaluasi(
        pemeran.ratna,
        status="disampaikan",
        rating_hasil=2,
        rating_perilaku=2,
        predikat=2,
        disampaikan_pada=RABU,
        rekaman={
            "tanggal": "2026-03-31",
            "rhk": [],
            "nilai_perilaku": {},
            "hasil": 2,
            "perilaku": 2,
            "alasan_hasil": "",
            "alasan_perilaku": "",
        },
    )


@pytest.fixture
def tahunan(disampaikan, siklus):
    """`tahunan(**columns)` → Ratna's year, delivered."""

    def _buat(**lain):
        skp = disampaikan.skp
        isi = {
            "siklus": siklus,
            "skp": skp,
            "pegawai": skp.pegawai,
            "unit": skp.unit,
            "penilai": skp.penilai,
            "atasan_penilai": skp.atasan_penilai,
            "status": "disampaikan",
            "rating_hasil": 2,
            "rating_perilaku": 2,
            "predikat": 2,
            "capaian_organisasi": 2,
            "ditandatangani_pada": RABU,
            "ditandatangani_oleh": skp.penilai,
            "disampaikan_pada": RABU,
        }
        return EvaluasiTahunan.objects.create(**isi | lain)

    return _buat


def _ajukan(evaluasi, pemeran):
    return ajukan(evaluasi=evaluasi, oleh=pemeran.ratna, alasan="Realisasi desa belum dihitung.")


def test_filing_freezes_the_people_and_the_result_and_tells_both(disampaikan, pemeran):
    k = _ajukan(disampaikan, pemeran)
    assert (k.penilai, k.pemutus) == (pemeran.kabid, pemeran.kadis)
    assert (k.rating_hasil_lama, k.rating_perilaku_lama, k.predikat_lama) == (2, 2, 2)
    assert set(Pesan.objects.filter(jenis__startswith="keberatan").values_list("jenis", "penerima")) == {
        (JenisPesan.KEBERATAN_DIAJUKAN, pemeran.kadis.pk),
        (JenisPesan.KEBERATAN_DIMINTAI, pemeran.kabid.pk),
    }
    assert k.riwayat.get().aksi == "ajukan"


def test_only_the_person_evaluated_files(disampaikan, pemeran):
    for nama, orang in pemeran.items():
        if nama != "ratna":
            with pytest.raises(PermissionDenied):
                ajukan(evaluasi=disampaikan, oleh=orang, alasan="x")


def test_without_a_reason_or_twice_it_is_refused(disampaikan, pemeran):
    with pytest.raises(TransisiDitolak, match="Tulis alasan"):
        ajukan(evaluasi=disampaikan, oleh=pemeran.ratna, alasan="  ")
    _ajukan(disampaikan, pemeran)
    with pytest.raises(TransisiDitolak, match="sudah diajukan"):
        _ajukan(disampaikan, pemeran)


def test_the_last_moment_is_the_end_of_the_fourteenth_working_day(disampaikan, pemeran, kini):
    # 1 April 2026 is Wednesday. Days off after it: Good Friday 3 April, weekends. Working days: 2 (1), 6-10
    # (2-6), 13-17 (7-11), 20 (12), 21 (13), 22 (14). domain.md 4, T15.
    jam = jam_ajukan(disampaikan)
    assert f"{jam.hitungan.jatuh_tempo:%d-%m-%Y}" == "22-04-2026"
    assert jam.hitungan.ketentuan.sumber == DITERIMA
    kini.move_to(datetime(2026, 4, 22, 16, 59, 59, tzinfo=UTC))  # 23.59.59 WIB
    assert kemungkinan(disampaikan).boleh
    kini.move_to(datetime(2026, 4, 22, 17, 0, tzinfo=UTC))
    tolak = kemungkinan(disampaikan)
    assert not tolak.boleh
    assert "22 April 2026 pukul 23.59 WIB" in tolak.alasan
    with pytest.raises(TransisiDitolak, match="sudah lewat"):
        _ajukan(disampaikan, pemeran)


def test_reading_the_result_later_does_not_move_the_clock(disampaikan):
    EvaluasiPeriodik.objects.update(status="diterima", diterima_pada=datetime(2026, 4, 9, 3, 0, tzinfo=UTC))
    disampaikan.refresh_from_db()
    assert f"{jam_ajukan(disampaikan).hitungan.jatuh_tempo:%d-%m-%Y}" == "22-04-2026"


@pytest.mark.parametrize(
    ("zona", "pekan", "batas"),
    [
        # the same moment, 1 April 09.00 WIB = 11.00 WIT; six-day week: 2 (1), 4, 6-11, 13-18 → 14th on 18 April
        ("WIB", 6, "18-04-2026"),
        ("WIT", 5, "22-04-2026"),
    ],
)
def test_the_clock_follows_the_zone_and_the_working_week_of_the_unit(disampaikan, zona, pekan, batas):
    disampaikan.unit.zona, disampaikan.unit.hari_per_pekan = zona, pekan
    disampaikan.unit.save()
    jam = jam_ajukan(disampaikan)
    assert f"{jam.hitungan.jatuh_tempo:%d-%m-%Y}" == batas
    assert jam.tenggat.zona == zona


@pytest.mark.parametrize(
    ("lain", "alasan"),
    [
        ({"jalur": "terlambat", "final": True}, "Penilai melewati batas waktu"),
        ({"final": True}, "bersifat final menurut ketentuan"),
        ({"atasan_penilai": None}, "tidak punya atasan di instansi ini"),
    ],
    ids=["assessor late (LT-02)", "final", "nobody above"],
)
def test_where_the_result_is_final_no_objection_is_offered_and_the_page_says_why(
    tahunan, pemeran, lain, alasan
):
    e = tahunan(**lain)
    mungkin = kemungkinan(e)
    assert not mungkin.boleh
    assert mungkin.final
    assert alasan in mungkin.alasan
    with pytest.raises(TransisiDitolak):
        _ajukan(e, pemeran)


def test_a_head_assessed_by_the_regent_has_a_final_result(disampaikan, pemeran):
    # FN-01, PermenPANRB 6/2022 l.3727-3728
    disampaikan.penilai = pemeran.bupati
    assert "ditetapkan Kepala Daerah bersifat final" in kemungkinan(disampaikan).alasan


def test_before_delivery_there_is_nothing_to_object_to(buat_evaluasi, pemeran):
    mungkin = kemungkinan(buat_evaluasi(pemeran.ratna))
    assert not mungkin.boleh
    assert "setelah hasil disampaikan" in mungkin.alasan


def test_the_assessor_explains_once_and_both_others_learn_of_it(disampaikan, pemeran):
    k = jelaskan(keberatan=_ajukan(disampaikan, pemeran), oleh=pemeran.kabid, penjelasan=" Data lama. ")
    assert (k.status, k.penjelasan) == ("dijelaskan", "Data lama.")
    jenis = JenisPesan.KEBERATAN_DIJELASKAN
    assert set(Pesan.objects.filter(jenis=jenis).values_list("penerima", flat=True)) == {
        pemeran.ratna.pk,
        pemeran.kadis.pk,
    }
    with pytest.raises(TransisiDitolak):
        jelaskan(keberatan=k, oleh=pemeran.kabid, penjelasan="lagi")


def test_confirming_a_periodic_result_changes_nothing_but_the_objection(disampaikan, pemeran):
    k = putuskan(
        keberatan=_ajukan(disampaikan, pemeran), oleh=pemeran.kadis, putusan=Putusan("Sudah dihitung.")
    )
    assert (k.status, k.predikat_baru) == ("dikuatkan", None)
    disampaikan.refresh_from_db()
    assert (disampaikan.predikat, disampaikan.riwayat.count()) == (2, 0)
    assert "keberatan" not in disampaikan.rekaman


def test_changing_a_periodic_result_tells_old_and_new_in_row_snapshot_and_history(disampaikan, pemeran):
    putusan = Putusan("Empat desa terbukti terlayani.", "Pertahankan.", Rating.DI_ATAS, Rating.DI_ATAS)
    k = putuskan(keberatan=_ajukan(disampaikan, pemeran), oleh=pemeran.kadis, putusan=putusan)
    disampaikan.refresh_from_db()
    assert (k.status, k.predikat_lama, k.predikat_baru) == ("diubah", 2, 1)
    assert (disampaikan.predikat, disampaikan.status) == (1, "disampaikan")
    assert (disampaikan.rekaman["hasil"], disampaikan.rekaman["keberatan"]["hasil_lama"]) == (1, 2)
    assert disampaikan.rekaman["keberatan"]["predikat_lama"] == 2
    assert disampaikan.rekaman["alasan_hasil"] == "Empat desa terbukti terlayani."
    baris = disampaikan.riwayat.get()
    assert (baris.aksi, baris.predikat, baris.oleh) == ("putus_keberatan", 1, pemeran.kadis)
    assert f"{k.nomor}: Baik → Sangat Baik." in baris.catatan


@pytest.mark.parametrize("ubah", [True, False])
def test_a_yearly_decision_ends_in_d_1_3_and_is_final(tahunan, pemeran, ubah):
    e = tahunan()
    k = _ajukan(e, pemeran)
    e.refresh_from_db()
    assert e.status == "keberatan"
    rating = (Rating.SESUAI, Rating.DI_ATAS) if ubah else (None, None)
    putuskan(keberatan=k, oleh=pemeran.kadis, putusan=Putusan("Diperiksa.", "", *rating))
    e.refresh_from_db()
    assert (e.status, e.jalur, e.final) == ("diputus", "keberatan", True)
    assert (e.rating_perilaku, e.predikat) == ((1, 2) if ubah else (2, 2))
    assert not kemungkinan(e).boleh


def test_a_change_that_changes_nothing_or_has_no_considerations_is_refused(disampaikan, pemeran):
    k = _ajukan(disampaikan, pemeran)
    with pytest.raises(TransisiDitolak, match="sama dengan semula"):
        putuskan(keberatan=k, oleh=pemeran.kadis, putusan=Putusan("p", "", Rating.SESUAI, Rating.SESUAI))
    with pytest.raises(TransisiDitolak, match="Tulis pertimbangan"):
        putuskan(keberatan=k, oleh=pemeran.kadis, putusan=Putusan(" "))
    assert Keberatan.objects.get().status == "diajukan"


def test_a_decided_objection_is_final(disampaikan, pemeran):
    k = putuskan(keberatan=_ajukan(disampaikan, pemeran), oleh=pemeran.kadis, putusan=Putusan("Tetap."))
    with pytest.raises(TransisiDitolak):
        putuskan(keberatan=k, oleh=pemeran.kadis, putusan=Putusan("p", "", Rating.DI_ATAS, Rating.SESUAI))
    with pytest.raises(TransisiDitolak):
        cabut(keberatan=k, oleh=pemeran.ratna)
    with pytest.raises(TransisiDitolak):
        _ajukan(disampaikan, pemeran)


def test_a_withdrawn_objection_leaves_the_result_and_may_be_filed_again_in_time(tahunan, pemeran):
    e = tahunan()
    k = cabut(keberatan=_ajukan(e, pemeran), oleh=pemeran.ratna)
    e.refresh_from_db()
    assert (k.status, e.status, e.predikat) == ("dicabut", "disampaikan", 2)
    assert Pesan.objects.filter(jenis=JenisPesan.KEBERATAN_DICABUT).count() == 2
    assert _ajukan(e, pemeran).pk != k.pk


def test_the_three_may_add_words_until_it_is_decided_and_nobody_else(disampaikan, pemeran):
    k = _ajukan(disampaikan, pemeran)
    for nama, orang in pemeran.items():
        if nama in {"ratna", "kabid", "kadis"}:
            tambah_keterangan(keberatan=k, oleh=orang, isi=f"dari {nama}")
        else:
            with pytest.raises(PermissionDenied):
                tambah_keterangan(keberatan=k, oleh=orang, isi="x")
    assert [satu.isi for satu in k.keterangan.all()] == ["dari kadis", "dari kabid", "dari ratna"]
    with pytest.raises(TransisiDitolak, match="Tulis keterangan"):
        tambah_keterangan(keberatan=k, oleh=pemeran.ratna, isi=" ")
    putuskan(keberatan=k, oleh=pemeran.kadis, putusan=Putusan("Tetap."))
    with pytest.raises(TransisiDitolak, match="sudah selesai"):
        tambah_keterangan(keberatan=k, oleh=pemeran.ratna, isi="terlambat")
