"""The journey of a training in a real browser: from the need to the certificate."""

from datetime import time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from inti.kalender import Zona, hari_ini
from pelatihan.models import Pelatihan, SesiPelatihan
from pelatihan.services.presensi import kode_kini
from penilaian.models import KebutuhanPengembangan
from tests.peramban import UKURAN, periksa_halaman

pytestmark = pytest.mark.peramban


@pytest.fixture
def cookie(masuk):
    """`cookie(person)` → the session cookie of a logged-in browser."""
    return lambda orang: masuk(orang).cookies["sessionid"].value


@pytest.fixture
def sesi_kini(db) -> SesiPelatihan:
    """A session of the real today, all day: browsers do not stand still."""
    hari = hari_ini(Zona.WIB, timezone.now())
    pelatihan = Pelatihan.objects.create(
        nama="Lokakarya menyusun indikator", jenis=4, topik="indikator, target", nilai=["kompeten"], aspek=["kualitas"],
        jp=8, penyelenggara="BKPSDM",
    )  # fmt: skip
    return SesiPelatihan.objects.create(
        pelatihan=pelatihan, mulai=hari, selesai=hari, jam_mulai=time(0, 1), jam_selesai=time(23, 58), tempat="Aula",
        kursi=20, buka_daftar=hari - timedelta(days=9), tutup_daftar=hari, status="pendaftaran",
    )  # fmt: skip


@pytest.fixture
def kebutuhan(pemeran) -> KebutuhanPengembangan:
    """What Ratna's evaluation proposes to learn."""
    return KebutuhanPengembangan.objects.create(
        pegawai=pemeran.ratna, topik="Menyusun indikator", alasan="Kualitas di bawah target.", sumber="evaluasi",
        kunci="uji:1",
    )  # fmt: skip


def _tutup(halaman, nama: str) -> None:
    periksa_halaman(halaman, nama)
    halaman.close()


@pytest.mark.parametrize("ukuran", UKURAN)
def test_from_the_need_to_the_certificate(buka, cookie, pemeran, sesi_kini, kebutuhan, ukuran):
    ratna, budi, bkpsdm = (cookie(o) for o in (pemeran.ratna, pemeran.kabid, pemeran.pengelola_instansi))
    alamat, kelola = f"/pelatihan/sesi/{sesi_kini.pk}/", f"/pelatihan/sesi/{sesi_kini.pk}/kelola/"
    _perlu_dan_usul(buka, ratna, alamat, kebutuhan, ukuran)
    halaman = buka("/pelatihan/persetujuan/", ukuran, sesi=budi)
    expect(halaman.get_by_text("Untuk kebutuhan: Menyusun indikator")).to_be_visible()
    periksa_halaman(halaman, f"pelatihan-setuju-{ukuran}")
    halaman.get_by_role("button", name="Setujui", exact=True).click()
    expect(halaman.get_by_text("Usulan disetujui")).to_be_visible()
    halaman.close()

    halaman = buka(kelola, ukuran, sesi=bkpsdm)
    periksa_halaman(halaman, f"pelatihan-tetapkan-{ukuran}")
    halaman.get_by_role("button", name="Tetapkan", exact=True).click()
    expect(halaman.get_by_text("ditetapkan sebagai peserta")).to_be_visible()
    halaman.goto(f"{alamat}layar/")
    expect(halaman.get_by_text("0 dari 1 sudah tercatat")).to_be_visible()
    _tutup(halaman, f"pelatihan-layar-{ukuran}")

    _hadir(buka, cookie, pemeran, sesi_kini, ukuran)
    halaman = buka(kelola, ukuran, sesi=bkpsdm)
    halaman.get_by_role("button", name="Lulus", exact=True).click()
    expect(halaman.get_by_text("Dinyatakan lulus")).to_be_visible()
    _tutup(halaman, f"pelatihan-hasil-{ukuran}")
    kebutuhan.refresh_from_db()
    assert kebutuhan.status == "terpenuhi"
    _nilai_dan_sertifikat(buka, ratna, alamat, ukuran)


def _perlu_dan_usul(buka, ratna, alamat, kebutuhan, ukuran) -> None:
    halaman = buka("/pelatihan/", ukuran, sesi=ratna)
    periksa_halaman(halaman, f"pelatihan-kebutuhan-{ukuran}")
    halaman.get_by_role("button", name="Ya, saya perlu").click()
    expect(halaman.get_by_text("Dicatat sebagai kebutuhan Anda")).to_be_visible()
    halaman.goto(alamat)
    halaman.locator("#usul [name=kebutuhan]").select_option(str(kebutuhan.pk))
    halaman.locator("#usul [name=alasan]").fill("Untuk triwulan depan.")
    periksa_halaman(halaman, f"pelatihan-usul-{ukuran}")
    halaman.get_by_role("button", name="Usulkan kepada atasan").click()
    expect(halaman.get_by_text("Usulan menunggu keputusan atasan Anda")).to_be_visible()
    halaman.close()


def _hadir(buka, cookie, pemeran, sesi, ukuran) -> None:
    """The code is scanned; sent on to a colleague who is not there it opens nothing, nor does an old picture."""

    def alamat(umur: int = 0) -> str:
        return f"/pelatihan/hadir/{sesi.pk}/?k={kode_kini(sesi, timezone.now() - timedelta(seconds=umur))}"

    halaman = buka(alamat(umur=120), ukuran, sesi=cookie(pemeran.ratna))
    expect(halaman.get_by_text("Kode ini sudah berganti")).to_be_visible()
    halaman.goto(alamat())
    periksa_halaman(halaman, f"pelatihan-pindai-{ukuran}")
    halaman.get_by_role("button", name="Catat kehadiran saya").click()
    expect(halaman.get_by_text("Kehadiran Anda tercatat")).to_be_visible()
    halaman.goto(alamat())
    expect(halaman.get_by_text("sudah tercatat sebelumnya")).to_be_visible()
    halaman.close()
    halaman = buka(alamat(), ukuran, sesi=cookie(pemeran.sari))
    expect(halaman.get_by_text("Anda tidak terdaftar pada sesi ini")).to_be_visible()
    _tutup(halaman, f"pelatihan-bukan-peserta-{ukuran}")


def _nilai_dan_sertifikat(buka, ratna, alamat, ukuran) -> None:
    halaman = buka(alamat, ukuran, sesi=ratna)
    halaman.get_by_role("link", name="Nilai pelatihan ini").click()
    for butir in ("materi", "pengajar", "sarana", "manfaat"):
        halaman.locator(f"input[name={butir}][value='4']").check()
    periksa_halaman(halaman, f"pelatihan-nilai-{ukuran}")
    halaman.get_by_role("button", name="Kirim").click()
    expect(halaman.get_by_text("tersimpan tanpa nama")).to_be_visible()
    halaman.goto(alamat)
    periksa_halaman(halaman, f"pelatihan-lulus-{ukuran}")
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("button", name="Unduh sertifikat").click()
    assert unduhan.value.suggested_filename.startswith("sertifikat-")
    assert unduhan.value.path().read_bytes().startswith(b"%PDF-")
    halaman.close()
