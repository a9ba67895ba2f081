"""Rules over the whole repository, also for code that is not written yet."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey

from inti.riwayat import Riwayat

AKAR = Path(settings.AKAR)
APLIKASI = (
    "inti", "pegawai", "akses", "pemberitahuan", "sasaran", "pelaksanaan", "penilaian",
    "penghargaan", "pelatihan", "layanan", "analitik", "kinerja",
)  # fmt: skip
MODUL = sorted(
    f for a in APLIKASI for f in (AKAR / a).rglob("*.py") if "migrations" not in f.parts and f.stat().st_size
)
FUNGSI_MAKS, BERKAS_MAKS, RUMIT = 40, 400, (ast.FunctionDef, ast.AsyncFunctionDef)
# Longer than a function may be, because they are one table or one long sentence of data each.
PANJANG_WAJAR = {
    "pemberitahuan/teks_penilaian.py:isi",
    "pemberitahuan/teks_tindak_lanjut.py:isi",
    "pemberitahuan/teks_layanan.py:isi",
    "kinerja/galeri.py:_isi",
    "kinerja/demo/orang.py:satu",
}

# Modules without a mirror whose behaviour is what another module shows: the test that reaches them.
LEWAT = {
    "inti/impor_beda.py": "pegawai/impor/test_jabatan.py",
    "pegawai/impor/pohon.py": "pegawai/impor/test_unit.py",
    "pegawai/impor/orang.py": "pegawai/impor/test_pangkat.py",
    "pegawai/impor/unit_baris.py": "akses/test_impor_peran.py",
    "penilaian/services/identitas.py": "penilaian/services/test_dokumen.py",
    "penilaian/services/naskah.py": "penilaian/services/test_dokumen.py",
    "penilaian/services/keberatan_rinci.py": "penilaian/views/test_keberatan.py",
    "penilaian/services/keberatan_daftar.py": "penilaian/views/test_keberatan.py",
    "penilaian/services/capaian_daftar.py": "penilaian/views/test_capaian.py",
    "penilaian/services/capaian_tetapkan.py": "penilaian/services/test_capaian.py",
    "penilaian/services/distribusi_masa.py": "penilaian/services/test_distribusi.py",
    "penilaian/services/kabar_rekan.py": "penilaian/services/test_undian_rekan.py",
    "pelatihan/services/kabar.py": "pelatihan/services/test_usulan.py",
    "pelatihan/services/baca.py": "pelatihan/views/test_katalog.py",
    "pelatihan/views/alat.py": "pelatihan/views/test_kelola.py",
    "pelatihan/views/saya.py": "pelatihan/views/test_katalog.py",
    "pelatihan/views/peserta.py": "pelatihan/views/test_kelola.py",
    "analitik/services/daftar.py": "analitik/views/test_dasbor.py",
    "layanan/services/baca.py": "layanan/views/test_layanan.py",
    "layanan/services/batas.py": "layanan/views/test_survei.py",
    "layanan/services/ringkasan.py": "layanan/views/test_layanan.py",
    "layanan/views/impor.py": "layanan/services/test_impor_waktu.py",
    "layanan/views/kelola.py": "layanan/views/test_layanan.py",
    "pelaksanaan/services/isi_berkas.py": "pelaksanaan/services/test_berkas.py",
    "pelaksanaan/services/gambar_kecil.py": "pelaksanaan/views/test_bukti.py",
    "pelaksanaan/views/tim.py": "pelaksanaan/views/test_umpan_balik.py",
    "penilaian/services/isian.py": "penilaian/services/test_diri.py",
    "penilaian/views/alat.py": "penilaian/views/test_diri.py",
    "kinerja/services/tugas.py": "kinerja/test_beranda.py",
    "sasaran/services/baca.py": "sasaran/views/test_tim.py",
    "akses/views.py": "akses/test_masuk.py",
}
UJI = [f.read_text() for f in (AKAR / "tests").rglob("test_*.py")]


def nama(berkas: Path) -> str:
    return berkas.relative_to(AKAR).as_posix()


def pohon(berkas: Path) -> ast.Module:
    return ast.parse(berkas.read_text(), filename=str(berkas))


def fungsi(akar: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (satu for satu in ast.walk(akar) if isinstance(satu, RUMIT))


def di(ruang: str) -> list[Path]:
    """Modules of a room: `views` is views.py and views/."""
    return [f for f in MODUL if f"/{ruang}/" in f"/{nama(f)}" or f.name == f"{ruang}.py"]


@pytest.mark.parametrize("berkas", MODUL, ids=nama)
def test_files_and_functions_stay_short_and_import_at_the_top(berkas):
    assert len(berkas.read_text().splitlines()) <= BERKAS_MAKS
    for satu in fungsi(pohon(berkas)):
        tempat = f"{nama(berkas)}:{satu.name}"
        if tempat not in PANJANG_WAJAR:
            assert satu.end_lineno - satu.lineno < FUNGSI_MAKS, tempat
        dalam = [n for n in ast.walk(satu) if isinstance(n, ast.Import | ast.ImportFrom)]
        assert not dalam, f"{tempat} imports inside"


@pytest.mark.parametrize("berkas", [*di("views"), AKAR / "kinerja/tampilan.py"], ids=nama)
def test_a_view_fetches_through_services_only(berkas):
    """No `Model.objects` in a view: it could hold an object its reader may not see."""
    salah = [
        n.lineno
        for n in ast.walk(pohon(berkas))
        if isinstance(n, ast.Attribute) and n.attr in {"objects", "_default_manager", "_base_manager"}
    ]
    assert not salah


@pytest.mark.parametrize("berkas", di("services"), ids=nama)
def test_a_service_knows_no_request_and_names_who_acts(berkas):
    """Public functions that write take keyword arguments only; none takes a request."""
    for satu in pohon(berkas).body:
        if not isinstance(satu, RUMIT) or satu.name.startswith("_"):
            continue
        semua = [*satu.args.posonlyargs, *satu.args.args, *satu.args.kwonlyargs]
        assert "request" not in {a.arg for a in semua}, satu.name
        if any(a.arg == "oleh" for a in semua):
            assert "oleh" in {a.arg for a in satu.args.kwonlyargs}, satu.name


@pytest.mark.parametrize("berkas", [f for r in ("services", "aturan", "workflow") for f in di(r)], ids=nama)
def test_public_functions_say_what_they_do(berkas):
    for satu in pohon(berkas).body:
        if isinstance(satu, RUMIT) and not satu.name.startswith("_"):
            assert ast.get_docstring(satu), satu.name


@pytest.mark.parametrize(
    "berkas", [f for r in ("services", "aturan", "workflow", "tasks", "views") for f in di(r)], ids=nama
)
def test_every_module_with_behaviour_has_its_test(berkas):
    """A mirror (test_<module>.py), a test that imports it, or the test in LEWAT that reaches it."""
    if (
        not any(True for _ in fungsi(pohon(berkas)))
        or (AKAR / "tests" / LEWAT.get(nama(berkas), "?")).exists()
    ):
        return
    paket, _titik, modul = nama(berkas).removesuffix(".py").replace("/", ".").rpartition(".")
    impor = re.compile(
        rf"from {re.escape(paket)}\.{modul} import|from {re.escape(paket)} import .*\b{modul}\b"
    )
    aplikasi = nama(berkas).split("/")[0]
    cermin = list((AKAR / "tests" / aplikasi).rglob(f"test_{modul}.py"))
    assert cermin or any(impor.search(isi) for isi in UJI), f"write tests for {nama(berkas)}"


def test_no_detour_is_kept_for_a_module_that_is_gone():
    assert not [modul for modul in LEWAT if not (AKAR / modul).exists()]


@pytest.mark.parametrize("berkas", di("tasks"), ids=nama)
def test_a_task_is_thin(berkas):
    for satu in fungsi(pohon(berkas)):
        assert satu.end_lineno - satu.lineno < 10, satu.name


def test_every_model_a_person_can_ask_for_says_how_it_hangs_on_people():
    """A model of ours that points to a person declares its paths; histories and details go with their parent."""
    tanpa = {
        m.__name__
        for a in APLIKASI
        for m in (apps.get_app_config(a).get_models() if apps.is_installed(a) else ())
        if not hasattr(m, "jalur_akses")
        and not issubclass(m, Riwayat)
        and not m.__name__.endswith("Event")
        and any(isinstance(f, ForeignKey) and f.related_model.__name__ == "Pegawai" for f in m._meta.fields)
    }
    assert tanpa <= {"Atasan"}  # derived from placements; reached through the person


def test_no_history_can_be_rewritten():
    for model in Riwayat.__subclasses__():
        assert {t.name for t in model._meta.triggers} >= {"hanya_tambah"}, model.__name__


def test_nothing_unfinished_is_left_behind():
    kata = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    assert not [nama(f) for f in MODUL if kata.search(f.read_text())]
