"""The snapshot of a yearly evaluation: what is kept is what comes back, and it explains itself."""

import json

import pytest

from penilaian.aturan import rekaman_tahunan as rt
from penilaian.aturan.penjelasan import jelaskan
from penilaian.aturan.predikat import Predikat
from sasaran.aturan.berakhlak import KODE_NILAI

ORANG = rt.Orang("Ratna Wulandari", "198503122010012004", "III/c", "Analis", "Bidang Pencatatan Sipil")


def contoh(**ganti) -> rt.Rekaman:
    """One result below its target but accepted, one value rated."""
    umpan = rt.Umpan("Budi Santoso", "positif", "Akta terbit cepat.", "2026-05-04")
    indikator = rt.Indikator("Waktu", "Waktu", "1", None, "1.2", "turun", "hari", True, 3, 2)
    isi = {
        "tahun": 2026,
        "mulai": "2026-01-01",
        "selesai": "2026-12-31",
        "instansi": "Pemerintah Kabupaten Asri Mulya",
        "pendekatan": "kuantitatif",
        "formulir": "C.1.3",
        "pegawai": ORANG,
        "penilai": ORANG,
        "atasan_penilai": None,
        "penanda_tangan": rt.PENILAI,
        "ditandatangani_pada": "2027-01-20T03:00:00+00:00",
        "capaian": rt.Capaian(2, "Bidang Pencatatan Sipil"),
        "skp": (rt.Skp("s", "Analis", "Bidang", "Budi", "2026-01-01", "2026-12-31"),),
        "hasil": (
            rt.Hasil("h", "s", "Akta", "utama", "", "", 2, rt.DARI_INDIKATOR, "", (indikator,), (umpan,)),
        ),
        "perilaku": tuple(rt.Perilaku(kode, 2) for kode in KODE_NILAI),
        "periode": (rt.Periode("Triwulan IV 2026", "TW IV", 2, 2, 2, "Budi"),),
        "saran_hasil": 2,
        "saran_dari": rt.DARI_PANDUAN,
        "saran_perilaku": 2,
        "rating_hasil": 2,
        "rating_perilaku": 1,
        "predikat": 2,
        "alasan_hasil": "",
        "alasan_perilaku": "Menjaga nilai unit.",
        "catatan": "Pertahankan.",
        "final": False,
        **ganti,
    }
    return rt.Rekaman(**isi)


@pytest.mark.parametrize(
    "rekaman",
    [
        contoh(),
        contoh(atasan_penilai=ORANG, unit_dipimpin=rt.Capaian(1, "Bidang"), distribusi={"2": 4}),
    ],
)
def test_what_is_kept_comes_back_as_it_was(rekaman):
    assert rt.baca(json.loads(json.dumps(rekaman.ke_data()))) == rekaman


def test_the_snapshot_is_enough_to_recompute_the_label():
    hasil = jelaskan(contoh().untuk_penjelasan())
    assert hasil.predikat is Predikat.BAIK  # Sesuai × Di Atas
    assert hasil.langkah[0].saran.rating == 2  # below, but accepted with a reason


def test_the_curve_is_that_of_the_organisation():
    assert contoh(capaian=rt.Capaian(4, "Bidang")).pola == 4


@pytest.mark.parametrize("data", [{}, {**contoh().ke_data(), "pegawai": {"nama": "x"}}])
def test_a_snapshot_that_cannot_be_read_says_so(data):
    with pytest.raises(ValueError, match="tidak dapat dibaca"):
        rt.baca(data)
