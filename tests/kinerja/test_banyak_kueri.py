"""No page asks the database once per row: every list, as every role, over a filled demo, and what it leads to.

A page that asks per row repeats one statement with other values, once for each of the many rows of the demo.
So the statements of a page are compared without their values, and none may come back more often than a page
has fixed reasons for.
"""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve, reverse

from akses.models import Akun
from kinerja.demo import akun, isi

HARI_INI = date(2026, 11, 22)
JUMLAH = 120
BERULANG = 4  # times one statement may come in a page: the same question about three or four kinds of things
RINCIAN = 2  # pages of each kind that the lists lead to
LEMBAR = list(csv.DictReader((Path(__file__).parent / "alamat.csv").read_text().splitlines()))
DIBACA = {b["alamat"] for b in LEMBAR if b["cara"] == "get" and ":" in b["alamat"]} | {"beranda"}
DAFTAR = sorted(DIBACA & {b["alamat"] for b in LEMBAR if not b["objek"]})
NILAI = re.compile(r"'(?:[^']|'')*'(?:::\w+)?|\b\d+\b|\bNULL\b|\b(?:true|false)\b")
DERET = re.compile(r"\(\s*\?(?:\s*,\s*\?)*\s*\)")
TAUTAN = re.compile(r'href="(/[^"#]+)')


def _bentuk(sql: str) -> str:
    """The statement without its values."""
    return DERET.sub("(?)", NILAI.sub("?", sql))


class Penyapu:
    """Opens pages, and keeps what they repeat and where they lead."""

    def __init__(self) -> None:
        self.boros: list[str] = []
        self.dibuka: Counter[str] = Counter()

    def buka(self, klien: Client, alamat: str, sebutan: str) -> str:
        """Open a page; its text, empty for whoever may not read it."""
        with CaptureQueriesContext(connection) as tangkapan:
            jawaban = klien.get(alamat)
        assert jawaban.status_code in {200, 302, 403, 404}, f"{sebutan}: {alamat}"
        if jawaban.streaming:
            b"".join(jawaban.streaming_content)
        hitungan = Counter(_bentuk(satu["sql"]) for satu in tangkapan.captured_queries)
        self.boros += [f"{sebutan}: {n} x {sql[:500]}" for sql, n in hitungan.items() if n > BERULANG]
        self.dibuka[sebutan] += jawaban.status_code in {200, 302}
        halaman = jawaban.status_code == 200 and "text/html" in jawaban.headers["Content-Type"]
        return jawaban.content.decode() if halaman else ""

    def ikuti(self, klien: Client, isi_halaman: str) -> None:
        """Open what this page leads to, and what that leads to, a few of each kind."""
        for alamat in TAUTAN.findall(isi_halaman):
            try:
                nama = resolve(urlsplit(alamat).path).view_name
            except Resolver404:
                continue
            if nama in DIBACA and nama not in DAFTAR and self.dibuka[nama] < RINCIAN:
                self.ikuti(klien, self.buka(klien, alamat.replace("&amp;", "&"), nama))


@pytest.mark.django_db
def test_no_page_asks_once_per_row(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    isi(JUMLAH, hari_ini=HARI_INI)
    sapu = Penyapu()
    for _peran, _nama, pengguna, _ in akun():
        orang = Akun.objects.get(username=pengguna)
        klien = Client()
        klien.force_login(orang, "django.contrib.auth.backends.ModelBackend")
        for nama in DAFTAR:
            sapu.ikuti(klien, sapu.buka(klien, reverse(nama), nama))
        if orang.is_staff:
            for model in admin.site._registry:
                nama = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
                if not sapu.dibuka[nama]:
                    sapu.buka(klien, reverse(nama), nama)
    assert not sapu.boros, "\n".join(sorted(set(sapu.boros)))
    assert {nama for nama in DAFTAR if not sapu.dibuka[nama]} == set()
    assert len([nama for nama in DIBACA - set(DAFTAR) if sapu.dibuka[nama]]) > 20


def test_statements_that_differ_in_their_values_only_have_one_shape():
    satu = "SELECT nama FROM unit WHERE id = 'a1'::uuid AND n IN (1, 2, 3) AND tutup IS NULL"
    dua = "SELECT nama FROM unit WHERE id = 'it''s'::uuid AND n IN (7) AND tutup IS NULL"
    assert _bentuk(satu) == _bentuk(dua)
    assert _bentuk(satu) != _bentuk(dua.replace("nama", "kode"))
