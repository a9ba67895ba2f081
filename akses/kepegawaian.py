"""What the days bring by themselves: leave begins and ends, ranks come into force, decrees of retirement are due."""

from datetime import date

from django.db import connection, transaction

from akses.akun_massal import nonaktifkan_yang_keluar
from pegawai.services.atasan import hari_instansi, segarkan
from pegawai.services.keadaan import terapkan_keadaan
from pegawai.services.pangkat import terapkan_pangkat
from pegawai.services.pensiun_jadwal import SEKALI, laksanakan_langkah

_PERAN = """
UPDATE akses_penugasanperan b SET selesai = greatest(b.mulai, k.tmt - 1)
FROM pegawai_keputusanpensiun k
WHERE k.pegawai_id = b.pegawai_id AND b.pegawai_id = ANY(%(orang)s) AND (b.selesai IS NULL OR b.selesai >= k.tmt)
"""


def urus_kepegawaian(*, hari: date | None = None) -> int:
    """Do what is due by `hari` (today at the top of the tree); returns how much changed. Twice changes nothing."""
    hari = hari or hari_instansi()
    pensiun = laksanakan_pensiun(hari=hari)
    return pensiun + terapkan_keadaan(hari=hari) + terapkan_pangkat(hari=hari)


def laksanakan_pensiun(*, hari: date) -> int:
    """Carry out every decree that is due, a thousand in a transaction; returns how many."""
    jumlah = 0
    while True:
        with transaction.atomic():
            orang = laksanakan_langkah(hari=hari)
            if orang:
                with connection.cursor() as kursor:
                    kursor.execute(_PERAN, {"orang": orang})
                nonaktifkan_yang_keluar()
                segarkan()
        jumlah += len(orang)
        if len(orang) < SEKALI:
            return jumlah
