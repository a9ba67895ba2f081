"""The assessor's queue: by name, page by page, by status."""

import re
import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


def _nama(isi):
    return re.findall(r'<th scope="row">([^<]+)<', isi)


def test_the_queue_goes_by_name_page_by_page_there_and_back(penilai, banyak_anggota):
    awal = reverse("penilaian:antrean")
    with CaptureQueriesContext(connection) as kueri:
        satu = penilai.get(awal).content.decode()
    assert len(_nama(satu)) == 25
    assert "0 dari 32 selesai" in satu
    lanjut = re.search(r'href="([^"]+)" rel="next"', satu).group(1).replace("&amp;", "&")
    dua = penilai.get(lanjut).content.decode()
    assert len(_nama(dua)) == 7
    assert _nama(satu) + _nama(dua) == sorted(_nama(satu) + _nama(dua))
    mundur = re.search(r'href="([^"]+)" rel="prev"', dua).group(1).replace("&amp;", "&")
    assert _nama(penilai.get(mundur).content.decode()) == _nama(satu)
    assert len(kueri) <= 14


def test_the_queue_filters_by_status_and_survives_nonsense(penilai, diajukan, banyak_anggota):
    awal = reverse("penilaian:antrean")
    assert _nama(penilai.get(f"{awal}?status=diajukan").content.decode()) == ["Ratna Wulandari"]
    for ekor in ("?status=x", "?periode=x", "?setelah=x", f"?sebelum={uuid.uuid4()}", "?status=diterima"):
        assert penilai.get(awal + ekor).status_code == 200
