"""Every address of the web admin × the roles of the office: no page without a row, nothing across the scope.

The pages that every model has (list, add, change, history, delete, export) are in the sheet of test_lingkup.py,
saved filters in tests/akses/test_admin_saringan.py; all others are in alamat.csv, written by hand. All objects are
Ratna's, of Disdukcapil; `pengelola_opd` is the operator of Disdukcapil, `pengelola_opd_lain` of Dinas Perhubungan.
Cells as in tests/kinerja/alamat.csv.
"""

import csv
from pathlib import Path

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from akses.models import Akun, PenugasanPeran
from inti.jejak import model_jejak
from inti.models import DokumenTerbit, HariLibur
from layanan.models import Layanan
from pegawai.models import AtasanKhusus, BerkasImpor, GandaPegawai, Jabatan, Pegawai, Penempatan, UnitKerja
from penilaian.models import EvaluasiPeriodik, RiwayatKinerjaPeriodik, RiwayatSKP
from sasaran.models import Periode, Siklus
from tests.admin.bantuan import alamat, isi_acuan, isi_lanjut, isi_semua, semua_model
from tests.akses.bahan_pribadi import DUKCAPIL, bocor, tanam, teks_dari

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

LEMBAR = list(csv.DictReader((Path(__file__).parent / "alamat.csv").read_text().splitlines()))
PERAN = [k for k in LEMBAR[0] if k not in {"cara", "alamat", "objek", "sumber"}]
UMUM = ("changelist", "add", "history", "delete", "change", "ekspor", "saringan", "ubah_saringan")
# Django's own without a name: the old address of a record, which leads to its page, and what matches nothing.
TANPA_NAMA = {"<path:object_id>/", "(?P<url>.*)$"}
LAIN = "pengelola_opd_lain"


def _pola(resolver: URLResolver) -> list[URLPattern]:
    return [
        p
        for pola in resolver.url_patterns
        for p in (_pola(pola) if isinstance(pola, URLResolver) else [pola])
    ]


def _situs() -> URLResolver:
    return next(p for p in get_resolver().url_patterns if getattr(p, "namespace", None) == "admin")


def test_no_address_of_the_admin_is_without_a_row():
    """A new page fails here until alamat.csv says who gets in."""
    umum = {f"{m._meta.app_label}_{m._meta.model_name}_{u}" for m in semua_model() for u in UMUM}
    ada = {p.name for p in _pola(_situs()) if p.name}
    assert ada - umum == {b["alamat"] for b in LEMBAR}
    assert {str(p.pattern) for p in _pola(_situs()) if not p.name} == TANPA_NAMA


@pytest.fixture
def benda(pemeran, buat_skp, siklus):
    """One record of every model; Ratna's where it is somebody's; everybody's private data are planted."""
    tanam(pemeran)
    awal = isi_semua(pemeran.ratna, pemeran.kabid, buat_skp(pemeran.ratna)) | isi_acuan(siklus)
    satu, dua = sorted((pemeran.ratna, pemeran.sari), key=lambda p: p.pk)
    GandaPegawai.objects.create(satu=satu, dua=dua, sebab=GandaPegawai._meta.get_field("sebab").choices[0][0])
    return awal | isi_lanjut(pemeran, siklus, awal[EvaluasiPeriodik]) | {GandaPegawai: pemeran.sari}


def _jejak(objek, bidang):
    """The address of the newest former value of `bidang`."""
    type(objek)._default_manager.filter(pk=objek.pk).update(**{bidang: getattr(objek, bidang)})
    objek.save()
    terbaru = model_jejak(type(objek)).objects.filter(pgh_obj_id=objek.pk).latest("pgh_id")
    return [objek.pk, terbaru.pgh_id, bidang]


@pytest.fixture
def objek(benda, settings, tmp_path):
    """The words of the sheet's third column."""
    settings.MEDIA_ROOT = tmp_path
    benda[BerkasImpor].berkas_ditolak.save("ditolak.xlsx", ContentFile(b"Jalan Zqxal04, zqxsi04"))
    ubah = {
        "libur": (HariLibur, "nama"), "peran": (PenugasanPeran, "dasar"), "unit": (UnitKerja, "singkatan"),
        "jabatan": (Jabatan, "nama"), "pegawai": (Pegawai, "nama"), "penempatan": (Penempatan, "dasar"),
        "khusus": (AtasanKhusus, "dasar"), "layanan": (Layanan, "nama"), "skp lama": (RiwayatSKP, "penilai_nama"),
        "periodik lama": (RiwayatKinerjaPeriodik, "penilai_nama"),
    }  # fmt: skip
    ratna = benda[Pegawai]
    return {f"jejak {kata}": _jejak(_bedakan(benda[m], b), b) for kata, (m, b) in ubah.items()} | {
        "": [], "situs": [ContentType.objects.get_for_model(Pegawai).pk, ratna.pk], "aplikasi": ["pegawai"],
        "dokumen": [DokumenTerbit.objects.first().pk], "jenis": ["pegawai"], "berkas": [benda[BerkasImpor].pk],
        "unit": [benda[UnitKerja].pk], "pegawai": [ratna.pk], "siklus": [benda[Siklus].pk],
        "periode": [benda[Periode].pk],
        "dua pegawai": f"?simpan={ratna.pk}&ganda={benda[GandaPegawai].pk}",
        "dua unit": f"?simpan={benda[UnitKerja].pk}&ganda={UnitKerja.objects.get(nama='Dinas Perhubungan').pk}",
    }  # fmt: skip


def _bedakan(objek, bidang):
    """The record with another value in this field, so that there is a former one."""
    setattr(objek, bidang, f"{getattr(objek, bidang)} x")
    return objek


def _kata(jawaban) -> str:
    if jawaban.status_code in {403, 404, 405}:
        return str(jawaban.status_code)
    assert jawaban.status_code < 500
    return "ya"


def test_who_gets_into_every_other_page(benda, objek, pemeran, masuk):
    nama = [n for n, _p in pemeran.items()]
    salah = []
    klien = {n: masuk(getattr(pemeran, n)) for n in PERAN}
    for baris in LEMBAR:
        isi = objek[baris["objek"]]
        tanya, args = (isi, []) if isinstance(isi, str) else ("", isi)
        tujuan = reverse(f"admin:{baris['alamat']}", args=args) + tanya
        for peran in PERAN:
            with transaction.atomic():
                jawaban = getattr(klien[peran], baris["cara"])(tujuan)
                transaction.set_rollback(True)
            if baris["alamat"] in {"hak_kelola_akhiri", "akses_jejakpenyamaran_mulai"}:
                klien[peran] = masuk(getattr(pemeran, peran))
            isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
            lihat = (_kata(jawaban), bocor(peran, f"admin:{baris['alamat']}", isi, nama))
            if lihat != (baris[peran], []):
                salah.append((baris["cara"], baris["alamat"], peran, lihat))
    assert salah == []


# --- the other department's operator ----------------------------------------------------------------------


def _rahasia(pemeran):
    """Words that stand for Disdukcapil's people and units, which its neighbour may not read."""
    orang = [getattr(pemeran, n) for n in DUKCAPIL]
    unit = UnitKerja.objects.filter(nama__in=["Bidang Pencatatan Sipil"])
    kunci = {str(o.pk) for o in [*orang, *unit]} | {p.nip for p in orang}
    return kunci | {p.nama for p in orang} | {"Bidang Pencatatan Sipil"}


def _kolom_cari():
    """(app, model, field) of everything that is chosen by searching, in forms and in rows inside them."""
    for model, halaman in sorted(admin.site._registry.items(), key=lambda m: m[0]._meta.label):
        for kolom in halaman.autocomplete_fields:
            yield model, kolom
        for baris in halaman.inlines:
            for kolom in baris.autocomplete_fields:
                yield baris.model, kolom


# What a search offers to whom at all: written by hand. A new field needs its line.
CARI = {
    "akses.penugasanperan.pegawai", "akses.penugasanperan.unit", "layanan.layanan.unit",
    "pegawai.atasankhusus.pegawai", "pegawai.atasankhusus.penilai", "pegawai.penempatan.jabatan",
    "pegawai.penempatan.unit", "pelatihan.sesipelatihan.pelatihan", "pelatihan.sesipelatihan.pengajar",
}  # fmt: skip
ACUAN = {
    "pegawai.penempatan.jabatan",
    "pelatihan.sesipelatihan.pelatihan",
}  # nobody's: everybody chooses from all

# No form searches these, but the address can be written by hand.
TEBAKAN = {"akses.akun.pegawai", "sasaran.skp.unit", "sasaran.skp.penilai", "pegawai.atasan.pegawai"}


def test_every_field_that_is_searched_is_known():
    assert {f"{m._meta.label_lower}.{k}" for m, k in _kolom_cari()} == CARI


@pytest.mark.parametrize(
    "kata", ["", "wulandari", "ratna wulan", "19850312", "Pencatatan", "Kependudukan", "Budi"]
)
def test_no_search_finds_people_or_units_of_another_department(kata, pemeran, masuk):
    klien, rahasia = masuk(pemeran.pengelola_opd_lain), _rahasia(pemeran)
    sendiri = {str(p.pk) for n, p in pemeran.items() if n in DUKCAPIL}
    for nama in sorted(CARI | TEBAKAN):
        app, model, kolom = nama.split(".")
        tanya = {"app_label": app, "model_name": model, "field_name": kolom, "term": kata}
        jawab = klien.get(reverse("admin:autocomplete"), tanya)
        assert jawab.status_code in (200, 403), nama
        if jawab.status_code == 200 and nama not in ACUAN:
            isi = jawab.content.decode()
            assert not [r for r in rahasia if r in isi], (nama, kata)
            assert not sendiri & {t["id"] for t in jawab.json()["results"]}, (nama, kata)


def test_a_search_for_fields_that_are_none_answers_nobody(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    for app, model, kolom in (
        ("pegawai", "pegawai", "nik"), ("pegawai", "pegawai", "akun"), ("pegawai", "pegawai", "penempatan"),
        ("tidak", "ada", "ini"), ("pegawai", "penempatan", "jenis"),
    ):  # fmt: skip
        tanya = {"app_label": app, "model_name": model, "field_name": kolom, "term": "ratna"}
        assert klien.get(reverse("admin:autocomplete"), tanya).status_code == 403, (app, model, kolom)


def test_no_filter_offers_units_or_people_of_another_department(benda, pemeran, masuk):
    klien, rahasia = masuk(pemeran.pengelola_opd_lain), _rahasia(pemeran)
    diperiksa = 0
    for model in semua_model():
        jawab = klien.get(alamat(model, "changelist"))
        if jawab.status_code == 403:
            continue
        for saring in jawab.context["cl"].filter_specs:
            diperiksa += 1
            tawar = " ".join(str(p["display"]) for p in saring.choices(jawab.context["cl"]))
            assert not [r for r in rahasia if r in tawar], (model, saring)
    assert diperiksa > 25


def test_lists_and_exports_asked_for_another_department_stay_empty(benda, pemeran, masuk):
    klien, rahasia = masuk(pemeran.pengelola_opd_lain), _rahasia(pemeran)
    capil, ratna = benda[UnitKerja], pemeran.ratna
    bersih = rahasia - {ratna.nip, "Bidang Pencatatan Sipil"}  # what was asked for stands in the search field
    for model in semua_model():
        halaman = admin.site._registry[model]
        tanya = [f"unit={capil.path}"] if any("unit" in str(s).lower() for s in halaman.list_filter) else []
        tanya += [f"q={ratna.nip}", "q=bidang"] if halaman.search_fields else []
        for satu in tanya:
            jawab = klien.get(f"{alamat(model, 'changelist')}?{satu}", follow=True)
            isi = jawab.content.decode()
            assert not [r for r in bersih if r in isi], (model, satu)
            jawab = klien.post(f"{alamat(model, 'ekspor')}?{satu}", {"format": "csv"})
            if jawab.status_code == 200:
                isi = b"".join(jawab.streaming_content).decode()
                assert not [r for r in rahasia if r in isi], (model, satu)


PUNYA_SENDIRI = [  # address, question: pages of their own, asked for a unit or person of the other department
    ("pegawai_unitkerja_pohon", "buka={path}"), ("pegawai_unitkerja_pohon", "cari=pencatatan"),
    ("pegawai_unitkerja_pohon", "kosong=ya"), ("pegawai_pegawai_ganda", ""), ("pegawai_unitkerja_ganda", ""),
    ("pegawai_pegawai_gabung", "simpan={ratna}&ganda={sari}"), ("pegawai_pegawai_pensiun", "unit={path}"),
    ("pegawai_pegawai_pensiun", "kepala=ya"), ("pegawai_pegawai_pensiun_ekspor", "unit={path}"),
    ("pegawai_pegawai_siapa_menilai_siapa_ekspor", "unit={path}"),
    ("pegawai_unitkerja_pohon_ekspor", "cari=pencatatan"), ("pegawai_pegawai_siapa_menilai_siapa", "unit={path}"),
    ("pegawai_pegawai_siapa_menilai_siapa", "masalah=tanpa"), ("siasn", "jenis=pegawai69&unit={unit}"),
    ("siasn", "jenis=kinerjaperiodik&periode={periode}&unit={unit}"),
    ("siasn", "jenis=skp22&tahun={siklus}&unit={unit}"), ("siasn", "jenis=angkakredit&tahun={siklus}&unit={unit}"),
    ("siasn", "jenis=pegawai69"), ("siasn", "jenis=skp22&tahun={siklus}"),
]  # fmt: skip


@pytest.mark.parametrize(("nama", "tanya"), PUNYA_SENDIRI)
def test_pages_asked_for_another_department_tell_nothing(nama, tanya, benda, pemeran, masuk):
    klien, rahasia = masuk(pemeran.pengelola_opd_lain), _rahasia(pemeran)
    capil = benda[UnitKerja]
    tanya = tanya.format(
        path=capil.path,
        unit=capil.pk,
        periode=benda[Periode].pk,
        siklus=benda[Siklus].pk,
        ratna=pemeran.ratna.pk,
        sari=pemeran.sari.pk,
    )
    tujuan = f"{reverse(f'admin:{nama}')}?{tanya}"
    # the page repeats its own address
    rahasia -= {str(capil.pk), str(pemeran.ratna.pk), str(pemeran.sari.pk)}
    jawaban = [klien.get(tujuan), klien.get(tujuan, headers={"HX-Request": "true"})]
    if nama == "siasn" or nama.endswith("_ekspor"):
        jawaban += [klien.post(tujuan, {"format": f}) for f in ("csv", "json")]
    for satu in jawaban:
        assert satu.status_code in (200, 302, 404, 405)
        isi = teks_dari(b"".join(satu.streaming_content) if satu.streaming else satu.content)
        assert not [r for r in rahasia if r in isi], tujuan


def test_actions_on_people_of_another_department_do_nothing(pemeran, masuk):
    klien, ratna = masuk(pemeran.pengelola_opd_lain), pemeran.ratna
    sandi = Akun.objects.get(pegawai=ratna).password
    for aksi in admin.site._registry[Pegawai].actions:
        isian = {"action": aksi, "_selected_action": [str(ratna.pk)], "setuju": "ya", "post": "yes"}
        jawab = klien.post(alamat(Pegawai, "changelist"), isian, follow=True)
        assert ratna.nama not in jawab.content.decode(), aksi
    assert Akun.objects.get(pegawai=ratna).password == sandi
    usul = f"{ratna.pk}:{pemeran.kadis_lain.pk}"
    for isian in ({"satu": usul}, {"usul": usul, "setuju": "ya"}):
        tujuan = reverse("admin:pegawai_pegawai_siapa_menilai_siapa")
        jawab = klien.post(tujuan, isian | {"alasan": "mencoba"}, follow=True)
        assert ratna.nama not in jawab.content.decode()
    assert not AtasanKhusus.objects.filter(pegawai=ratna).exists()


def _isian_rudi(rudi, tempat, **penempatan):
    """The page of Rudi as his operator sends it, with one placement."""
    kosong = {
        f"{k}-{m}_FORMS": "0"
        for k in ("atasan_khusus", "keadaan", "riwayat_pangkat")
        for m in ("TOTAL", "INITIAL")
    }
    baris = {
        "id": tempat.pk, "pegawai": rudi.pk, "unit": tempat.unit_id, "jabatan": tempat.jabatan_id,
        "jenis": "definitif", "mulai": "01-01-2021",
    } | penempatan  # fmt: skip
    return {
        "nip": rudi.nip, "nama": rudi.nama, "jenis": "pns", "jenis_kelamin": "P", "kedudukan_hukum": "01",
        **kosong, "penempatan-TOTAL_FORMS": "1", "penempatan-INITIAL_FORMS": "1",
        **{f"penempatan-0-{k}": str(v) for k, v in baris.items()},
    }  # fmt: skip


def test_keys_of_another_department_put_into_ones_own_forms_are_refused(pemeran, masuk):
    """Rudi is his: but no unit, no placement and no assessor of Disdukcapil may be named on Rudi's page."""
    klien, rudi = masuk(pemeran.pengelola_opd_lain), pemeran.rudi
    milik, asing = Penempatan.objects.get(pegawai=rudi), Penempatan.objects.get(pegawai=pemeran.ratna)
    ubah = alamat(Pegawai, "change", rudi.pk)
    assert klien.post(ubah, _isian_rudi(rudi, milik)).status_code == 302  # his own page can be saved
    for isian in (
        _isian_rudi(rudi, milik, unit=asing.unit_id),
        _isian_rudi(rudi, milik, id=asing.pk),
        _isian_rudi(rudi, milik) | {
            "atasan_khusus-TOTAL_FORMS": "1", "atasan_khusus-0-pegawai": str(rudi.pk),
            "atasan_khusus-0-penilai": str(pemeran.kabid.pk), "atasan_khusus-0-mulai": "01-01-2026",
            "atasan_khusus-0-dasar": "SK",
        },
    ):  # fmt: skip
        jawab = klien.post(ubah, isian)
        assert jawab.status_code in (200, 302)
        assert pemeran.kabid.nama not in jawab.content.decode()
    for aksi in ("mutasi", "tugas"):
        isian = {
            "unit": asing.unit_id, "jabatan": asing.jabatan_id, "jenis": "plt", "mulai": "2026-12-01",
            "selesai": "2026-12-31", "dasar": "SK",
        }  # fmt: skip
        assert klien.post(alamat(Pegawai, aksi, rudi.pk), isian).status_code == 200
    jawab = klien.post(
        alamat(Pegawai, "akhir", rudi.pk), {"penempatan": asing.pk, "selesai": "2026-12-01", "dasar": "SK"}
    )
    assert jawab.status_code == 200
    milik.refresh_from_db()
    asing.refresh_from_db()
    assert (milik.unit.nama, asing.pegawai, asing.selesai) == ("Dinas Perhubungan", pemeran.ratna, None)
    assert Penempatan.objects.filter(pegawai=rudi).count() == 1
    assert not AtasanKhusus.objects.exists()
