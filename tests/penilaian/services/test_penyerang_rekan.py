"""The attacker: he reads every table with its system columns, the sequences and the log, and guesses who wrote
what. Real rows, real transactions. He must do no better than chance; and where the protection is taken away,
the same attack must succeed, or it would prove nothing.
"""

import logging
import random
import re

import pytest
from django.db import connection, transaction
from django.urls import reverse

from kinerja.log import RequestLogMiddleware  # noqa: F401 - its line is what the log holds
from penilaian.models import HasilRekan, JawabanRekan, TugasRekan
from penilaian.services import jawaban_rekan
from penilaian.services.segel import buka_segel, segel
from penilaian.services.tutup_rekan import tutup_rekan
from tests.penilaian.rekan import KODE, SAAT_JAWAB, SAAT_TUTUP, jawab

# Every attempt begins with an empty database and ends with commits: what the system columns show is real.
pytestmark = pytest.mark.django_db(transaction=True)

RAHASIA = "kata yang hanya ditulis penjawab nomor {}"
_URUT = re.compile(r"^\((\d+),(\d+)\)$")


def tabel() -> list[str]:
    """Every table of the application, histories and sessions included."""
    return [t for t in connection.introspection.table_names() if not t.startswith("pg_")]


def baca_semua() -> dict[str, list[dict]]:
    """Every row of every table with its system columns, and the state of every sequence."""
    isi_tabel = {}
    with connection.cursor() as kursor:
        for nama in tabel():
            kursor.execute(
                f'SELECT ctid::text, xmin::text, xmax::text, cmin::text, * FROM "{nama}" ORDER BY ctid'
            )
            kolom = [k.name for k in kursor.description]
            isi_tabel[nama] = [dict(zip(kolom, baris, strict=True)) for baris in kursor.fetchall()]
        kursor.execute("SELECT sequencename, last_value FROM pg_sequences ORDER BY 1")
        isi_tabel["pg_sequences"] = [dict(zip(("nama", "nilai"), b, strict=True)) for b in kursor.fetchall()]
    return isi_tabel


def datar(semua: object) -> str:
    """Everything as one text, bytes in every spelling an attacker would try."""
    return repr(semua)


class Penyerang:
    """He knows who answered in which order (from marks of transactions) and tries to order the answers too."""

    def __init__(self, hasil) -> None:
        semua = baca_semua()
        self.tugas = [t for t in semua["penilaian_tugasrekan"] if t["hasil_id"] == hasil.pk]
        self.jawaban = [j for j in semua["penilaian_jawabanrekan"] if j["hasil_id"] == hasil.pk]
        self.hasil = hasil

    def penjawab(self) -> list:
        """Who answered, in the order of their transactions: that he can know."""
        selesai = [t for t in self.tugas if t["status"] == "selesai"]
        return [t["rekan_id"] for t in sorted(selesai, key=lambda t: int(t["xmin"]))]

    def urutan(self, menurut: str) -> list:
        """The answers in the order of a column."""
        kunci = {
            "ctid": lambda j: tuple(map(int, _URUT.match(j["ctid"]).groups())),
            "xmin": lambda j: int(j["xmin"]),
            "cmin": lambda j: int(j["cmin"]),
            "id": lambda j: j["id"],
            "isi": lambda j: bytes(j["isi"]),
            "panjang": lambda j: len(bytes(j["isi"])),
        }
        return sorted(self.jawaban, key=kunci[menurut])

    def tebakan(self, menurut: str) -> dict:
        """Author → answer, should this column order the answers as the transactions order their authors."""
        return dict(zip(self.penjawab(), self.urutan(menurut), strict=True))

    def benar(self, menurut: str, milik: dict) -> int:
        """How many authors that names correctly; only the judge can open seals."""
        tebakan = self.tebakan(menurut)
        return sum(
            buka_segel(bytes(j["isi"]), hasil=self.hasil.pk).teks == milik[p] for p, j in tebakan.items()
        )


KOLOM = ("ctid", "xmin", "cmin", "id", "isi", "panjang")


def semua_menjawab(tim, waktu, banyak: int) -> dict:
    """The first `banyak` colleagues answer about Ratna, in random order; returns person → what he wrote."""
    waktu.move_to(SAAT_JAWAB)
    tugas = tim.tugas()[:banyak]
    random.shuffle(tugas)
    milik = {}
    for n, satu in enumerate(tugas):
        milik[satu.rekan_id] = RAHASIA.format(n)
        jawab(satu, 1 + n % 4, milik[satu.rekan_id])
    return milik


def ulangi() -> None:
    """Back to unanswered, for another round."""
    with transaction.atomic():
        JawabanRekan.objects.all().delete()
        TugasRekan.objects.filter(status="selesai").update(status="menunggu")


PUTARAN = 15


@pytest.mark.parametrize("tulis", ["as it is", "without rewriting"])
def test_no_order_of_the_answers_names_their_authors(tim, waktu, monkeypatch, tulis):
    """Fifteen rounds of seven. By chance one in seven guesses is right: 15 of 105, spread 3.6."""
    polos = tulis == "without rewriting"
    if polos:  # as everybody would write it: one row more
        monkeypatch.setattr(
            jawaban_rekan,
            "_tulis_ulang",
            lambda hasil, kuesioner, isi: JawabanRekan.objects.create(
                hasil_id=hasil, kuesioner_id=kuesioner, isi=segel(isi, hasil=hasil)
            ),
        )
    benar = dict.fromkeys(KOLOM, 0)
    for _putaran in range(PUTARAN):
        milik = semua_menjawab(tim, waktu, 7)
        penyerang = Penyerang(tim.hasil())
        for k in KOLOM:
            benar[k] += penyerang.benar(k, milik)
        ulangi()
    if polos:
        assert benar["xmin"] == 7 * PUTARAN  # the mutation is found out at once
    else:
        assert all(n < 35 for n in benar.values()), benar  # more than five times the spread above chance


def test_what_the_system_columns_show_is_the_same_for_all_answers_about_a_person(tim, waktu):
    semua_menjawab(tim, waktu, 7)
    penyerang = Penyerang(tim.hasil())
    for kolom in ("xmin", "xmax", "cmin"):
        assert len({j[kolom] for j in penyerang.jawaban}) == 1, kolom
    assert len({len(bytes(j["isi"])) for j in penyerang.jawaban}) == 1
    assert set(penyerang.jawaban[0]) == {
        "ctid",
        "xmin",
        "xmax",
        "cmin",
        "id",
        "hasil_id",
        "kuesioner_id",
        "isi",
    }


def test_from_one_copy_of_the_database_to_the_next_no_answer_can_be_followed(tim, waktu):
    """He copies the database after every answer: the new row is not to be told from the old ones."""
    waktu.move_to(SAAT_JAWAB)
    dulu: set = set()
    for satu in tim.tugas():
        jawab(satu)
        kini = {(j["id"], bytes(j["isi"])) for j in Penyerang(tim.hasil()).jawaban}
        assert not {i for i, _isi in kini} & {i for i, _isi in dulu}
        assert not {s for _i, s in kini} & {s for _i, s in dulu}
        dulu = kini


def test_no_table_holds_what_was_written_nor_a_row_that_ties_it_to_a_person(tim, waktu):
    sebelum = baca_semua()
    milik = semua_menjawab(tim, waktu, 7)
    sesudah = baca_semua()
    assert not any(teks in datar(sesudah) for teks in milik.values())
    berubah = {t for t in sesudah if sesudah[t] != sebelum[t]}
    # nothing else was touched: no history, no message, no session, no sequence went on. The row of the result
    # carries the mark of its lock, which is that of the last transaction.
    assert berubah == {"penilaian_tugasrekan", "penilaian_jawabanrekan", "penilaian_hasilrekan"}
    dulu = {t["id"]: t for t in sebelum["penilaian_tugasrekan"]}
    for tugas in sesudah["penilaian_tugasrekan"]:
        beda = {k for k in tugas if tugas[k] != dulu[tugas["id"]][k]}
        assert beda <= {"ctid", "xmin", "xmax", "cmin", "status"}


def test_no_column_of_the_three_tables_can_hold_a_time_or_a_count_of_rows():
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_name IN ('penilaian_tugasrekan', 'penilaian_jawabanrekan', 'penilaian_hasilrekan')"
            " AND (data_type ~ 'time|date' OR column_default ~ 'nextval' OR is_identity = 'YES')"
        )
        assert kursor.fetchall() == []
        kursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
        berpemicu = {b[0] for b in kursor.fetchall()}
    assert not berpemicu & {"penilaian_tugasrekan", "penilaian_jawabanrekan"}  # no history is written


def test_after_the_closing_nobody_can_tell_even_who_answered(tim, waktu):
    milik = semua_menjawab(tim, waktu, 6)
    waktu.move_to(SAAT_TUTUP)
    tutup_rekan(undian=tim.undian)
    semua = baca_semua()
    tugas = [t for t in semua["penilaian_tugasrekan"] if t["hasil_id"] == tim.hasil().pk]
    assert {t["status"] for t in tugas} == {"ditutup"}
    assert len({t["xmin"] for t in tugas}) == 1
    assert semua["penilaian_jawabanrekan"] == []
    (hasil,) = [h for h in semua["penilaian_hasilrekan"] if h["id"] == tim.hasil().pk]
    assert sorted(HasilRekan.objects.get(pk=hasil["id"]).teks) == sorted(milik.values())


def test_texts_and_requests_come_out_in_an_order_that_is_not_that_of_answering(tim, waktu):
    """Ten closings: how often does the place of a text, or of a request, name its author?"""
    teks_benar = tugas_benar = 0
    for _putaran in range(10):
        waktu.move_to(SAAT_JAWAB)
        urutan = tim.tugas()
        random.shuffle(urutan)
        for n, satu in enumerate(urutan):
            jawab(satu, 2, RAHASIA.format(n))
        waktu.move_to(SAAT_TUTUP)
        tutup_rekan(undian=tim.undian)
        teks = tim.hasil().teks
        teks_benar += sum(t == RAHASIA.format(n) for n, t in enumerate(teks))
        ctid = [
            t["rekan_id"] for t in baca_semua()["penilaian_tugasrekan"] if t["hasil_id"] == tim.hasil().pk
        ]
        tugas_benar += sum(r == u.rekan_id for r, u in zip(ctid, urutan, strict=True))
        HasilRekan.objects.filter(pk=tim.hasil().pk).update(
            keadaan="berjalan", jumlah=None, butir=None, teks=None
        )
        TugasRekan.objects.filter(status="ditutup").update(status="menunggu")
    assert teks_benar < 27  # 10 by chance, spread 3
    assert tugas_benar < 27


def test_below_the_threshold_what_was_written_is_nowhere_any_more(tim, waktu):
    milik = semua_menjawab(tim, waktu, 4)
    waktu.move_to(SAAT_TUTUP)
    tutup_rekan(undian=tim.undian)
    semua = baca_semua()
    assert semua["penilaian_jawabanrekan"] == []
    assert not any(teks in datar(semua) for teks in milik.values())
    (hasil,) = [h for h in semua["penilaian_hasilrekan"] if h["id"] == tim.hasil().pk]
    assert (hasil["keadaan"], hasil["jumlah"], hasil["butir"]) == ("kurang", None, None)


def test_the_log_of_the_request_ties_nobody_to_what_he_wrote(tim, waktu, masuk, caplog):
    """The line of the log says that he was there; neither it, nor the session, nor an error holds the content."""
    waktu.move_to(SAAT_JAWAB)
    tugas = tim.tugas()[0]
    klien = masuk(tugas.rekan)
    with caplog.at_level(logging.DEBUG):
        kirim = dict.fromkeys(KODE, "4") | {"teks": RAHASIA.format(1)}
        jawaban = klien.post(reverse("penilaian:rekan_jawab", args=[tugas.pk]), kirim)
    assert jawaban.status_code == 302
    assert JawabanRekan.objects.count() == 1
    isi_log = caplog.text + "".join(
        repr(r.__dict__) for r in caplog.records if not r.name.startswith("django.db")
    )
    assert "kata yang hanya" not in isi_log
    assert "kata yang hanya" not in datar(baca_semua())


@pytest.mark.parametrize("jenis", ["html", "text"])
def test_a_report_of_an_error_while_answering_holds_nothing_of_the_answer(
    tim, waktu, masuk, monkeypatch, jenis
):
    waktu.move_to(SAAT_JAWAB)
    tugas = tim.tugas()[0]
    klien = masuk(tugas.rekan)
    klien.raise_request_exception = False
    monkeypatch.setattr(jawaban_rekan, "segel", lambda *_a, **_k: 1 / 0)
    kirim = dict.fromkeys(KODE, "4") | {"teks": RAHASIA.format(1)}
    laporan = {}

    import sys

    from django.core.signals import got_request_exception
    from django.views.debug import SafeExceptionReporterFilter, get_exception_reporter_class

    def catat(sender, request, **_lain):
        pelapor = get_exception_reporter_class(request)(request, *sys.exc_info())
        pelapor.filter = SafeExceptionReporterFilter()
        laporan["html"], laporan["text"] = pelapor.get_traceback_html(), pelapor.get_traceback_text()

    got_request_exception.connect(catat)
    try:
        klien.post(reverse("penilaian:rekan_jawab", args=[tugas.pk]), kirim)
    finally:
        got_request_exception.disconnect(catat)
    assert "ZeroDivisionError" in laporan[jenis]
    assert "kata yang hanya" not in laporan[jenis]
    tugas.refresh_from_db()
    assert tugas.status == "menunggu"  # all or nothing


def test_the_same_attack_finds_everybody_where_a_row_has_a_time(tim, waktu):
    """The proof that the attack can succeed: with a time beside the answer it names all seven."""
    with connection.cursor() as kursor:
        kursor.execute("ALTER TABLE penilaian_jawabanrekan ADD COLUMN pada timestamptz")
    try:
        waktu.move_to(SAAT_JAWAB)
        milik, waktu_jawab = {}, {}
        for n, satu in enumerate(tim.tugas()):
            milik[satu.rekan_id] = RAHASIA.format(n)
            sebelum = {j["id"] for j in Penyerang(tim.hasil()).jawaban}
            jawab(satu, 1, milik[satu.rekan_id])
            waktu_jawab[RAHASIA.format(n)] = n
            assert not sebelum & {j["id"] for j in Penyerang(tim.hasil()).jawaban}
        with connection.cursor() as kursor:
            for j in Penyerang(tim.hasil()).jawaban:
                teks = buka_segel(bytes(j["isi"]), hasil=tim.hasil().pk).teks
                kursor.execute(
                    "UPDATE penilaian_jawabanrekan SET pada = to_timestamp(%s) WHERE id = %s",
                    [waktu_jawab[teks], j["id"]],
                )
        penyerang = Penyerang(tim.hasil())
        berurut = sorted(penyerang.jawaban, key=lambda j: j["pada"])
        tebakan = dict(zip(penyerang.penjawab(), berurut, strict=True))
        benar = sum(
            buka_segel(bytes(j["isi"]), hasil=tim.hasil().pk).teks == milik[p] for p, j in tebakan.items()
        )
        assert benar == 7
    finally:
        with connection.cursor() as kursor:
            kursor.execute("ALTER TABLE penilaian_jawabanrekan DROP COLUMN pada")
