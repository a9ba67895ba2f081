"""Who walks through the pages: one device in the hands of one person after another."""

from django.test import Client

from akses.models import Akun
from tests.pemeran import SANDI, buka_hak
from tests.peramban import periksa_halaman

BACKEND = "django.contrib.auth.backends.ModelBackend"


class Pejalan:
    """One device on which one person after another works; it checks and records each page it is shown."""

    def __init__(self, buka, time_machine, ukuran="meja", warna="light", *, skrip=True):
        self._buka, self._waktu = buka, time_machine
        self.ukuran, self.warna, self.skrip = ukuran, warna, skrip
        self.nomor = 0
        self.halaman = None
        self._pernah_masuk = set()

    def pada(self, hari, jam="02:00"):
        """It is this day of 2026 now (UTC; 02.00 is 09.00 WIB)."""
        self._waktu.move_to(f"2026-{hari}T{jam}:00Z", tick=True)

    def buka(self, alamat, sesi=None):
        """A fresh browser in which nobody is logged in, or the owner of this session."""
        if self.halaman:
            self.halaman.context.close()
        self.halaman = self._buka(alamat, self.ukuran, self.warna, sesi, skrip=self.skrip)
        return self.halaman

    def masuk(self, siapa, ke="/"):
        """A fresh browser on the way to `ke`; `siapa` is (account, password).

        The first time he logs in with the form; later he is given a session, which saves the slow hash.
        """
        nama_akun, sandi = siapa
        if nama_akun in self._pernah_masuk:
            klien = Client()
            klien.force_login(Akun.objects.get(username=nama_akun), backend=BACKEND)
            buka_hak(klien)
            return self.buka(ke, klien.cookies["sessionid"].value)
        self._pernah_masuk.add(nama_akun)
        h = self.buka(ke)
        h.get_by_label("NIP").fill(nama_akun)
        h.get_by_label("Sandi").fill(sandi)
        h.get_by_role("button", name="Masuk").click()
        h.wait_for_url(lambda alamat: "/masuk/" not in alamat)
        return h

    def lihat(self, nama):
        """Check this page; with FOTO set, keep its picture under the number of the step."""
        if not self.skrip:
            return  # axe is a script itself; the same pages are looked at with scripts
        self.nomor += 1
        self.halaman.wait_for_load_state()
        periksa_halaman(self.halaman, f"{self.ukuran}-{self.nomor:02}-{nama}")


def akun(pegawai):
    """(account, password) of somebody of the cast."""
    return pegawai.akun.username, SANDI
