"""The attacker reads every row of the questionnaire with its system columns and guesses who wrote what.

Real transactions. He must do no better than chance; without the protection the same attack must succeed, or it
would prove nothing (the same game for colleagues: tests/penilaian/services/test_penyerang_rekan.py).
"""

import random

import pytest
from django.db import connection

from pelatihan.models import Peserta, TanggapanPelatihan
from pelatihan.services import hasil
from tests.pelatihan.services.test_hasil import HARI_TERAKHIR, NILAI

pytestmark = pytest.mark.django_db(transaction=True)
PUTARAN, ORANG = 15, 7


def _urut(tabel: str, kolom: str, menurut: str, syarat: str = "TRUE") -> list:
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT {kolom} FROM {tabel} WHERE {syarat} ORDER BY {menurut}")
        return [nilai for (nilai,) in kursor.fetchall()]


def _benar(menurut: str) -> int:
    """How many authors he names when he lays the answers, in this order, beside those who answered in theirs."""
    siapa = _urut("pelatihan_peserta", "alasan", "xmin::text::bigint", "sudah_mengevaluasi")
    tulisan = _urut("pelatihan_tanggapanpelatihan", "saran", menurut)
    return sum(orang == isi for orang, isi in zip(siapa, tulisan, strict=True))


URUTAN = ("ctid", "xmin::text::bigint, ctid", "cmin::text::bigint, ctid", "id")


@pytest.mark.parametrize("tulis", ["as it is", "without rewriting"])
def test_no_order_of_the_answers_names_their_authors(sesi, pemeran, buat_peserta, kini, monkeypatch, tulis):
    """Fifteen rounds of seven: by chance one guess in seven is right, 15 of 105, spread 3.6."""
    polos = tulis == "without rewriting"
    if polos:
        monkeypatch.setattr(
            hasil, "_tulis_ulang", lambda sesi, baru: TanggapanPelatihan.objects.create(sesi_id=sesi, **baru)
        )
    kini.move_to(HARI_TERAKHIR)
    semua = [buat_peserta(orang, "hadir") for _nama, orang in list(pemeran.items())[1 : ORANG + 1]]
    for satu in semua:
        Peserta.objects.filter(pk=satu.pk).update(alasan=satu.pegawai.nama)
    benar = dict.fromkeys(URUTAN, 0)
    for _putaran in range(PUTARAN):
        random.shuffle(semua)
        for satu in semua:
            hasil.tanggapi(peserta=satu, oleh=satu.pegawai, nilai=NILAI, saran=satu.pegawai.nama)
        for menurut in URUTAN:
            benar[menurut] += _benar(menurut)
        TanggapanPelatihan.objects.all().delete()
        Peserta.objects.update(sudah_mengevaluasi=False)
    if polos:
        assert benar["xmin::text::bigint, ctid"] == PUTARAN * ORANG  # found out at once
    else:
        assert all(n < 35 for n in benar.values()), benar


def test_all_answers_of_a_session_carry_the_mark_of_the_last_one_and_none_is_lost(
    sesi, pemeran, buat_peserta, kini
):
    kini.move_to(HARI_TERAKHIR)
    for ke, orang in enumerate((pemeran.ratna, pemeran.sari, pemeran.rudi)):
        hasil.tanggapi(
            peserta=buat_peserta(orang, "hadir"),
            oleh=orang,
            nilai={**NILAI, "materi": ke + 1},
            saran=orang.nama,
        )
    assert len(set(_urut("pelatihan_tanggapanpelatihan", "xmin::text", "id"))) == 1
    assert set(TanggapanPelatihan.objects.values_list("materi", "pengajar", "sarana", "manfaat", "saran")) == {
        (1, 3, 2, 4, "Ratna Wulandari"), (2, 3, 2, 4, "Sari Handayani"), (3, 3, 2, 4, "Rudi Hartono"),
    }  # fmt: skip
