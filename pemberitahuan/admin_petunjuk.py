"""The action that sends people the way to their first or next password."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Exists, OuterRef, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from akses.admin.aksi_akun import AksiPegawai
from akses.admin_aksi import Pelaksana, lewat
from akses.enums import Izin
from inti.angka import tulis_angka
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan, Pesan


class KirimPetunjuk(AksiPegawai):
    """An e-mail with the page on which one makes a password; once a day for each person."""

    kode, judul, izin = "kirim_petunjuk", _("Kirim petunjuk masuk"), Izin.AKUN_KELOLA
    akibat = _(
        "Pemilik akun mendapat surel berisi cara membuat sandinya sendiri, baik yang pertama maupun yang "
        "lupa. Sandi yang sekarang tetap berlaku sampai diganti."
    )
    sebab: ClassVar = {
        "tanpa_akun": _("belum punya akun"),
        "nonaktif": _("akunnya nonaktif"),
        "tanpa_alamat": _("akunnya belum punya alamat surel"),
        "hari_ini": _("sudah dikirimi hari ini"),
    }

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        hari_ini = Pesan.objects.filter(
            penerima=OuterRef("pk"), jenis=JenisPesan.PETUNJUK_MASUK, dibuat_pada__date=timezone.localdate()
        )
        return [
            lewat("tanpa_akun", akun__isnull=True),
            lewat("nonaktif", akun__is_active=False),
            lewat("tanpa_alamat", akun__email=""),
            lewat("hari_ini", Exists(hari_ini)),
        ]

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> None:
        """One message each, sent by the schedule."""
        hari, tautan = timezone.localdate(), reverse("account_reset_password")
        nip = Pegawai.objects.filter(pk__salah_satu=pk).values_list("pk", "akun__username")
        Pesan.objects.bulk_create(
            [
                Pesan(
                    penerima_id=siapa_,
                    jenis=JenisPesan.PETUNJUK_MASUK,
                    kunci=f"petunjuk-masuk:{siapa_}:{hari}",
                    data={"nip": nama},
                    tautan=tautan,
                )
                for siapa_, nama in nip
            ],
            batch_size=2000,
            ignore_conflicts=True,
        )

    def kalimat(self, n: int) -> str:
        kata = ngettext(
            "Petunjuk masuk dikirim kepada %(n)s orang.", "Petunjuk masuk dikirim kepada %(n)s orang.", n
        )
        return kata % {"n": tulis_angka(n)}
