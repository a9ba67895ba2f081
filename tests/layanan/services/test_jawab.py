"""Two people with one receipt at the same moment, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from layanan.models import UNSUR, Struk, Survei
from layanan.services.jawab import IsianSurvei, JawabanDitolak, catat_jawaban
from layanan.services.pintu import Keadaan, cari_pintu

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_at_once_one_answer_is_taken(struk):
    hari, bersama = timezone.localdate(), Barrier(2, timeout=20)
    isian = IsianSurvei(dict.fromkeys(UNSUR, 4), {})

    def jawab(_n: int) -> str:
        try:
            pintu = cari_pintu(struk.token, hari)
            bersama.wait()
            catat_jawaban(pintu=pintu, isian=isian, jaringan="10.0.0.1", hari=hari)
        except JawabanDitolak as tolak:
            return str(tolak.keadaan)
        finally:
            connection.close()
        return "diterima"

    with ThreadPoolExecutor(2) as bersamaan:
        assert sorted(bersamaan.map(jawab, range(2))) == ["diterima", Keadaan.TERPAKAI.value]
    assert Survei.objects.count() == 1
    assert Struk.objects.get().terpakai
