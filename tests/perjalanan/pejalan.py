"""Who walks through the pages: one device in the hands of one person after another."""

from tests.pemeran import SANDI
from tests.peramban import periksa_halaman


class Pejalan:
    """One device on which one person after another works; it checks and records each page it is shown."""

    def __init__(self, buka, time_machine, ukuran="meja", warna="light", *, skrip=True):
        self._buka, self._waktu = buka, time_machine
        self.ukuran, self.warna, self.skrip = ukuran, warna, skrip
        self.nomor = 0
        self.halaman = None

    def pada(self, hari, jam="02:00"):
        """It is this day of 2026 now (UTC; 02.00 is 09.00 WIB)."""
        self._waktu.move_to(f"2026-{hari}T{jam}:00Z", tick=True)

    def buka(self, alamat):
        """A fresh browser in which nobody is logged in."""
        if self.halaman:
            self.halaman.context.close()
        self.halaman = self._buka(alamat, self.ukuran, self.warna, skrip=self.skrip)
        return self.halaman

    def masuk(self, siapa, ke="/"):
        """Log in with the form in a fresh browser, on the way to `ke`; `siapa` is (account, password)."""
        nama_akun, sandi = siapa
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
