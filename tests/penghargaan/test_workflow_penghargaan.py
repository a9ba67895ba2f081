"""Every status × move × person of the cast for nominations and bonus runs, by hand."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from pegawai.models import UnitKerja
from penghargaan.enums import StatusBonus, StatusUsulan
from penghargaan.models import PerhitunganBonus, UsulanPenghargaan
from penghargaan.workflow import ALUR_BONUS, ALUR_USULAN
from tests.penghargaan.bahan import calon, kebijakan_bonus, periode_tutup

PI, PM = {"pengelola_instansi"}, {"pimpinan"}
# from, move → to
USULAN = {
    ("diusulkan", "periksa"): "diperiksa",
    ("diusulkan", "gugurkan"): "ditolak",
    ("diusulkan", "tarik"): "batal",
    ("diperiksa", "tarik"): "batal",
    ("diperiksa", "putuskan"): "diputuskan",
    ("diperiksa", "tolak"): "ditolak",
    ("diputuskan", "serahkan"): "diserahkan",
    ("diputuskan", "cabut"): "batal",
    ("diserahkan", "cabut"): "batal",
}
# Who holds the permission of the move; the services narrow it further (three people, the whole government).
SIAPA_USULAN = {
    "periksa": PI,
    "gugurkan": PI,
    "putuskan": PM,
    "tolak": PM,
    "serahkan": PI,
    "tarik": {"kabid", "kadis", "pengelola_instansi", "pengelola_opd"},
    "cabut": PM,
}
BONUS = {
    ("draf", "periksa"): "diperiksa",
    ("draf", "batalkan"): "batal",
    ("diperiksa", "kembalikan"): "draf",
    ("diperiksa", "setujui"): "disetujui",
    ("disetujui", "ekspor"): "diekspor",
}
SIAPA_BONUS = {"periksa": PI, "batalkan": PI, "kembalikan": PM, "setujui": PM, "ekspor": PI}


def _isi_usulan(p, status) -> dict:
    kini = timezone.now()
    diperiksa = {"pemeriksa": p.pengelola_instansi, "diperiksa_pada": kini}
    diputus = {"pemutus": p.pimpinan, "diputuskan_pada": kini, "nomor_keputusan": "1"}
    return {
        "diperiksa": diperiksa,
        "diputuskan": diperiksa | diputus,
        "diserahkan": diperiksa | diputus | {"diserahkan_pada": kini},
    }.get(status, {})


def _isi_bonus(p, status) -> dict:
    kini = timezone.now()
    diperiksa = {"dihitung_pada": kini, "pemeriksa": p.pengelola_opd, "diperiksa_pada": kini}
    setuju = {"penyetuju": p.pimpinan, "disetujui_pada": kini}
    return {
        "diperiksa": diperiksa,
        "disetujui": diperiksa | setuju,
        "diekspor": diperiksa | setuju | {"diekspor_pada": kini},
    }.get(status, {})


@pytest.fixture
def usulan_pada(pemeran, siklus):
    """Ratna's nomination by her assessor, put straight into a status."""
    k = calon(pemeran.ratna, siklus)
    satu = UsulanPenghargaan.objects.create(
        kandidat=k, kebijakan=k.kebijakan, siklus=k.siklus, evaluasi=k.evaluasi, pegawai=k.pegawai, unit=k.unit,
        penilai=k.penilai, atasan_penilai=k.atasan_penilai, untuk="u", alasan="a", pengusul=pemeran.kabid,
    )  # fmt: skip

    def _pada(status):
        UsulanPenghargaan.objects.filter(pk=satu.pk).update(status=status, **_isi_usulan(pemeran, status))
        satu.refresh_from_db()
        return satu

    return _pada


@pytest.fixture
def bonus_pada(pemeran, siklus):
    """A run drafted by HR of the government, put straight into a status."""
    satu = PerhitunganBonus.objects.create(
        periode=periode_tutup(siklus), unit=UnitKerja.objects.get(depth=1), kebijakan=kebijakan_bonus(),
        anggaran=1, penyusun=pemeran.pengelola_instansi,
    )  # fmt: skip

    def _pada(status):
        PerhitunganBonus.objects.filter(pk=satu.pk).update(status=status, **_isi_bonus(pemeran, status))
        satu.refresh_from_db()
        return satu

    return _pada


@pytest.mark.parametrize("aksi", sorted(SIAPA_USULAN))
@pytest.mark.parametrize("status", StatusUsulan.values)
def test_every_move_of_a_nomination(usulan_pada, pemeran, status, aksi):
    _coba(ALUR_USULAN, usulan_pada(status), aksi, USULAN, SIAPA_USULAN, _isi_usulan, pemeran)


@pytest.mark.parametrize("aksi", sorted(SIAPA_BONUS))
@pytest.mark.parametrize("status", StatusBonus.values)
def test_every_move_of_a_run(bonus_pada, pemeran, status, aksi):
    def isi(p, s):
        return _isi_bonus(p, s) | ({"pemeriksa": p.pengelola_opd} if s == "diperiksa" else {})

    _coba(ALUR_BONUS, bonus_pada(status), aksi, BONUS, SIAPA_BONUS, isi, pemeran)


def _coba(alur, objek, aksi, peta, siapa, isi, pemeran):
    oleh = getattr(pemeran, sorted(siapa[aksi])[0])
    ke = peta.get((objek.status, aksi))
    if ke is None:
        with pytest.raises(TransisiDitolak):
            jalankan(alur=alur, objek=objek, aksi=aksi, oleh=oleh, catatan="c")
        assert not objek.riwayat.exists()
        return
    dari = objek.status
    assert (
        jalankan(alur=alur, objek=objek, aksi=aksi, oleh=oleh, catatan="c", **isi(pemeran, ke)).status == ke
    )
    baris = objek.riwayat.get()
    assert (baris.aksi, baris.dari, baris.ke, baris.oleh) == (aksi, dari, ke, oleh)


@pytest.mark.parametrize("aksi", sorted(SIAPA_USULAN))
def test_nobody_else_moves_a_nomination(usulan_pada, pemeran, aksi):
    _tolak(ALUR_USULAN, usulan_pada(next(s for s, a in USULAN if a == aksi)), aksi, SIAPA_USULAN, pemeran)


@pytest.mark.parametrize("aksi", sorted(SIAPA_BONUS))
def test_nobody_else_moves_a_run(bonus_pada, pemeran, aksi):
    _tolak(ALUR_BONUS, bonus_pada(next(s for s, a in BONUS if a == aksi)), aksi, SIAPA_BONUS, pemeran)


def _tolak(alur, objek, aksi, siapa, pemeran):
    for nama, orang in pemeran.items():
        if nama not in siapa[aksi]:
            with pytest.raises(PermissionDenied):
                jalankan(alur=alur, objek=objek, aksi=aksi, oleh=orang, catatan="c")
    assert not objek.riwayat.exists()


@pytest.mark.parametrize(
    ("aksi", "status"), [("gugurkan", "diusulkan"), ("tolak", "diperiksa"), ("cabut", "diserahkan")]
)
def test_a_refusal_needs_a_reason(usulan_pada, pemeran, aksi, status):
    oleh = getattr(pemeran, next(iter(SIAPA_USULAN[aksi])))
    with pytest.raises(TransisiDitolak) as tolak:
        jalankan(alur=ALUR_USULAN, objek=usulan_pada(status), aksi=aksi, oleh=oleh, catatan=" ")
    assert tolak.value.kode == "catatan"
