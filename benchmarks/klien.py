"""A very small HTTP client: one connection that stays open, so that mostly the server's time is measured."""

import gzip
import socket
import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Jawaban:
    """A response; `byte` is everything that came over the wire, headers included."""

    status: int
    header: dict[str, str]
    badan: bytes
    byte: int
    detik: float

    @property
    def teks(self) -> str:
        """The body as text, unpacked."""
        badan = gzip.decompress(self.badan) if self.header.get("content-encoding") == "gzip" else self.badan
        return badan.decode()


@dataclass
class Klien:
    """One connection to 127.0.0.1:`port` with the cookies of one person."""

    port: int
    kuki: dict[str, str] = field(default_factory=dict)
    kompresi: str = "gzip"
    _soket: socket.socket | None = None

    def ambil(self, alamat: str) -> Jawaban:
        """GET, timed from the first byte sent to the last received."""
        soket = self._sambung()
        kuki = "; ".join(f"{k}={v}" for k, v in self.kuki.items())
        pesan = (
            f"GET {alamat} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept: text/html,*/*\r\n"
            f"Accept-Encoding: {self.kompresi}\r\nUser-Agent: bench\r\n"
            + (f"Cookie: {kuki}\r\n" if kuki else "")
            + "\r\n"
        ).encode()
        mulai = time.perf_counter()
        soket.sendall(pesan)
        mentah = self._terima(soket)
        detik = time.perf_counter() - mulai
        return _urai(mentah, detik)

    def kirim(self, alamat: str, isi: str) -> Jawaban:
        """POST of a form, timed as `ambil`."""
        soket = self._sambung()
        pesan = (
            f"POST {alamat} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept: text/html,*/*\r\n"
            f"Accept-Encoding: {self.kompresi}\r\nUser-Agent: bench\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(isi.encode())}\r\n\r\n{isi}"
        ).encode()
        mulai = time.perf_counter()
        soket.sendall(pesan)
        mentah = self._terima(soket)
        return _urai(mentah, time.perf_counter() - mulai)

    def tutup(self) -> None:
        """Close the connection."""
        if self._soket:
            self._soket.close()
            self._soket = None

    def _sambung(self) -> socket.socket:
        if self._soket is None:
            self._soket = socket.create_connection(("127.0.0.1", self.port), timeout=60)
            self._soket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self._soket

    @staticmethod
    def _terima(soket: socket.socket) -> bytes:
        data = b""
        while not _lengkap(data):
            bagian = soket.recv(262144)
            if not bagian:
                raise ConnectionError("sambungan terputus")
            data += bagian
        return data


def _lengkap(data: bytes) -> bool:
    kepala, pisah, badan = data.partition(b"\r\n\r\n")
    if not pisah:
        return False
    for baris in kepala.lower().split(b"\r\n"):
        if baris.startswith(b"content-length:"):
            return len(badan) >= int(baris.split(b":", 1)[1])
    if b"\r\ntransfer-encoding: chunked" in kepala.lower():
        return badan.endswith(b"0\r\n\r\n")
    return True


def _urai(mentah: bytes, detik: float) -> Jawaban:
    kepala, _, badan = mentah.partition(b"\r\n\r\n")
    awal, *baris = kepala.decode("latin-1").split("\r\n")
    header = {k.strip().lower(): v.strip() for k, v in (b.split(":", 1) for b in baris)}
    if header.get("transfer-encoding") == "chunked":
        badan = _gabung(badan)
    return Jawaban(int(awal.split()[1]), header, badan, len(mentah), detik)


def _gabung(badan: bytes) -> bytes:
    hasil = b""
    while True:
        ukuran, _, sisa = badan.partition(b"\r\n")
        n = int(ukuran, 16)
        if n == 0:
            return hasil
        hasil, badan = hasil + sisa[:n], sisa[n + 2 :]
