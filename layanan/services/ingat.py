"""Telling managers, once a week, that citizens' words wait for them."""

from datetime import date

from django.urls import reverse

from akses.enums import Peran
from akses.models import PenugasanPeran
from layanan.enums import StatusSaran
from layanan.models import Saran
from pemberitahuan.models import JenisPesan, Pesan


def ingatkan_saran(*, hari: date) -> int:
    """Write a message to every manager of a department with unread words; returns how many were new.

    At most one per manager and calendar week, so running it again changes nothing. Three statements.
    """
    jalur = list(
        Saran.objects.filter(status=StatusSaran.MENUNGGU)
        .values_list("layanan__unit__path", "layanan__nama")
        .order_by("layanan__unit__path", "layanan__nama")
        .distinct()
    )
    if not jalur:
        return 0
    tahun, pekan, _hari = hari.isocalendar()
    peran = PenugasanPeran.objects.berlaku(hari).filter(peran=Peran.PENGELOLA_OPD, unit__isnull=False)
    baru = [
        Pesan(
            penerima_id=pegawai,
            jenis=JenisPesan.SARAN_MENUNGGU,
            kunci=f"saran_menunggu:{pegawai}:{tahun}-{pekan}",
            data={"layanan": nama[0]},
            tautan=reverse("layanan:saran"),
        )
        for pegawai, awalan in peran.order_by("id").values_list("pegawai_id", "unit__path")
        if (nama := [satu for path, satu in jalur if path.startswith(awalan)])
    ]
    ada = set(Pesan.objects.filter(kunci__in=[p.kunci for p in baru]).values_list("kunci", flat=True))
    unik = {p.kunci: p for p in baru if p.kunci not in ada}
    Pesan.objects.bulk_create(unik.values(), ignore_conflicts=True)
    return len(unik)
