"""What the steps of a case ask for, on the edge of each day."""

from datetime import UTC, date, datetime

import pytest

from inti.workflow import TransisiDitolak
from penghargaan.services.sanksi_syarat import wajib_gerbang, wajib_jeda, wajib_jenis, wajib_tanggal

HARI = date(2026, 3, 2)  # "today" of `kini`


def test_the_gate_speaks_in_sentences(draf_sanksi):
    with pytest.raises(TransisiDitolak) as tolak:
        wajib_gerbang(draf_sanksi)
    assert tolak.value.kode == "gerbang"
    assert "Dampingi dulu" in str(tolak.value.alasan)


@pytest.mark.parametrize(
    ("kode", "dasar", "hari", "boleh"),
    [
        ("k2", "kinerja", HARI, True),
        ("d2", "kinerja", HARI, False),
        ("k5", "kinerja", HARI, False),  # for PPPK only
        ("k2", "kinerja", date(2021, 8, 30), False),  # a day before the first list
    ],
)
def test_a_kind_fits_ground_person_and_day(pemeran, kode, dasar, hari, boleh):
    if boleh:
        wajib_jenis(kode, dasar, pemeran.ratna, hari)
        return
    with pytest.raises(TransisiDitolak) as tolak:
        wajib_jenis(kode, dasar, pemeran.ratna, hari)
    assert tolak.value.kode == "jenis"


@pytest.mark.parametrize(
    ("sk", "mulai", "kode"),
    [
        (HARI, HARI, None),
        (HARI, date(2027, 3, 3), None),  # 366 days later
        (HARI, date(2027, 3, 4), "mulai"),
        (HARI, date(2026, 3, 1), "mulai"),
        (date(2026, 3, 3), date(2026, 3, 4), "sk_tanggal"),
    ],
)
def test_a_decree_begins_on_its_day_or_within_a_year(draf_sanksi, sk, mulai, kode):
    if kode is None:
        wajib_tanggal(sk, mulai, draf_sanksi)
        return
    with pytest.raises(TransisiDitolak) as tolak:
        wajib_tanggal(sk, mulai, draf_sanksi)
    assert tolak.value.kode == kode


def test_between_letter_and_hearing_lie_seven_working_days(draf_sanksi):
    """3 September 2026 is a Thursday: the seventh working day after it is Monday the 14th."""
    surat = date(2026, 9, 3)
    wajib_jeda(surat, datetime(2026, 9, 14, 2, 0, tzinfo=UTC), draf_sanksi)
    for waktu in (datetime(2026, 9, 11, 2, 0, tzinfo=UTC), datetime(2026, 9, 1, 2, 0, tzinfo=UTC)):
        with pytest.raises(TransisiDitolak, match="7 hari kerja"):
            wajib_jeda(surat, waktu, draf_sanksi)
    with pytest.raises(TransisiDitolak, match="terlalu jauh"):
        wajib_jeda(surat, datetime(2027, 9, 14, 2, 0, tzinfo=UTC), draf_sanksi)
