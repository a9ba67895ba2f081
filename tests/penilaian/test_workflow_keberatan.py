"""Every status × move × person of the cast for organisation labels and objections, by hand."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from penilaian.enums import StatusCapaian, StatusKeberatan
from penilaian.models import CapaianOrganisasi, Keberatan
from penilaian.workflow import ALUR_CAPAIAN, ALUR_KEBERATAN

# from, move → to; every pair that is not here is refused for everybody
CAPAIAN = {
    ("menunggu", "siapkan"): "disiapkan",
    ("disiapkan", "siapkan"): "disiapkan",
    ("menunggu", "tetapkan"): "ditetapkan",
    ("disiapkan", "tetapkan"): "ditetapkan",
    ("ditetapkan", "ubah"): "ditetapkan",
}
SIAPA_CAPAIAN = {
    "siapkan": {"pengelola_instansi", "pengelola_opd"},
    "tetapkan": {"kadis"},
    "ubah": {"kadis"},
}
KEBERATAN = {
    ("diajukan", "jelaskan"): "dijelaskan",
    ("diajukan", "cabut"): "dicabut",
    ("dijelaskan", "cabut"): "dicabut",
    ("diajukan", "kuatkan"): "dikuatkan",
    ("dijelaskan", "kuatkan"): "dikuatkan",
    ("diajukan", "ubah"): "diubah",
    ("dijelaskan", "ubah"): "diubah",
}
SIAPA_KEBERATAN = {
    "jelaskan": {"kabid"},
    "cabut": {"ratna"},
    "kuatkan": {"kadis"},
    "ubah": {"kadis"},
}


def _isi_capaian(status, pemeran):
    kini = timezone.now()
    isi = {"uraian": "Rencana aksi tercapai."}
    if status in {"disiapkan"}:
        isi |= {"usulan": 2, "disiapkan_pada": kini, "disiapkan_oleh": pemeran.pengelola_opd}
    if status == "ditetapkan":
        isi |= {"predikat": 2, "ditetapkan_pada": kini, "ditetapkan_oleh": pemeran.kadis}
    return isi


def _isi_keberatan(status, pemeran):
    kini = timezone.now()
    if status == "dijelaskan":
        return {"penjelasan": "p", "dijelaskan_pada": kini}
    if status == "dicabut":
        return {"dicabut_pada": kini}
    if status in {"dikuatkan", "diubah"}:
        baru = {"rating_hasil_baru": 1, "rating_perilaku_baru": 1, "predikat_baru": 1}
        putus = {"diputus_pada": kini, "diputus_oleh": pemeran.kadis, "pertimbangan": "p"}
        return putus | (baru if status == "diubah" else {})
    return {}


@pytest.fixture
def capaian(pemeran, triwulan):
    """The label of Budi's unit in a status."""

    def _pada(status):
        return CapaianOrganisasi.objects.create(
            siklus=triwulan.siklus,
            periode=triwulan,
            unit=pemeran.kabid.atasan.unit,
            kepala=pemeran.kabid,
            penetap=pemeran.kadis,
            status=status,
            **_isi_capaian(status, pemeran),
        )

    return _pada


@pytest.fixture
def keberatan(pemeran, buat_evaluasi):
    """Ratna's objection in a status."""

    def _pada(status):
        kini = timezone.now()
        e = buat_evaluasi(
            pemeran.ratna,
            status="disampaikan",
            rating_hasil=2,
            rating_perilaku=2,
            predikat=2,
            disampaikan_pada=kini,
        )
        return Keberatan.objects.create(
            periodik=e,
            pegawai=e.pegawai,
            penilai=e.penilai,
            pemutus=e.atasan_penilai,
            unit=e.unit,
            status=status,
            alasan="a",
            diajukan_pada=kini,
            batas_putus=kini.date(),
            rating_hasil_lama=2,
            rating_perilaku_lama=2,
            predikat_lama=2,
            **_isi_keberatan(status, pemeran),
        )

    return _pada


def _periksa(alur, objek, aksi, peta, siapa, isi, pemeran):
    """The whole cast tries this move; each try is undone."""
    ke = peta.get((objek.status, aksi))
    for nama, orang in pemeran.items():
        boleh = nama in siapa[aksi]
        if not boleh:
            with pytest.raises(PermissionDenied):
                jalankan(alur=alur, objek=objek, aksi=aksi, oleh=orang, catatan="c")
        elif ke is None:
            with pytest.raises(TransisiDitolak):
                jalankan(alur=alur, objek=objek, aksi=aksi, oleh=orang, catatan="c")
    assert not objek.riwayat.exists()
    if ke is not None:
        oleh = getattr(pemeran, sorted(siapa[aksi])[0])
        assert jalankan(alur=alur, objek=objek, aksi=aksi, oleh=oleh, catatan="c", **isi).status == ke
        baris = objek.riwayat.get()
        assert (baris.dari, baris.ke, baris.oleh) == (objek.status, ke, oleh)


@pytest.mark.parametrize("aksi", sorted(SIAPA_CAPAIAN))
@pytest.mark.parametrize("status", StatusCapaian.values)
def test_every_move_of_a_label_for_the_whole_cast(capaian, pemeran, status, aksi):
    ke = CAPAIAN.get((status, aksi), "")
    isi = _isi_capaian(ke, pemeran)
    _periksa(ALUR_CAPAIAN, capaian(status), aksi, CAPAIAN, SIAPA_CAPAIAN, isi, pemeran)


@pytest.mark.parametrize("aksi", sorted(SIAPA_KEBERATAN))
@pytest.mark.parametrize("status", StatusKeberatan.values)
def test_every_move_of_an_objection_for_the_whole_cast(keberatan, pemeran, status, aksi):
    ke = KEBERATAN.get((status, aksi), "")
    isi = _isi_keberatan(ke, pemeran)
    _periksa(ALUR_KEBERATAN, keberatan(status), aksi, KEBERATAN, SIAPA_KEBERATAN, isi, pemeran)


def test_the_tables_know_no_other_move():
    assert {t.aksi for t in ALUR_CAPAIAN.transisi} == set(SIAPA_CAPAIAN)
    assert {t.aksi for t in ALUR_KEBERATAN.transisi} == set(SIAPA_KEBERATAN)
    assert not any(t.otomatis for t in (*ALUR_KEBERATAN.transisi, *ALUR_CAPAIAN.transisi))


def test_a_correction_of_a_label_needs_a_reason(capaian, pemeran):
    with pytest.raises(TransisiDitolak, match="Tulis catatan"):
        jalankan(alur=ALUR_CAPAIAN, objek=capaian("ditetapkan"), aksi="ubah", oleh=pemeran.kadis)
