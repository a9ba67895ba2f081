"""Writing a citizen's answer: anonymous, once per receipt, with the head told of a low mark in words."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from layanan.enums import Kanal
from layanan.models import UNSUR, LembarStruk, Saran, Struk, Survei
from layanan.services.batas import terlalu_sering
from layanan.services.kebijakan import kebijakan_pada
from layanan.services.pintu import Keadaan, Pintu
from pegawai.models import Penempatan
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim

KELOMPOK = ("usia", "jenis_kelamin", "pendidikan", "pekerjaan")
RENDAH = 2  # a mark of one or two somewhere, with words, reaches the head of the unit


class JawabanDitolak(Exception):
    """The answer was not taken; `keadaan` of the door, or None when it was one too many."""

    def __init__(self, keadaan: Keadaan | None) -> None:
        super().__init__(str(keadaan or _("Terlalu banyak jawaban dari jaringan ini.")))
        self.keadaan = keadaan


@dataclass(frozen=True)
class IsianSurvei:
    """What was answered: u1 to u9, the optional groups, and words."""

    jawaban: Mapping[str, int]
    kelompok: Mapping[str, str]
    saran: str = ""


def catat_jawaban(*, pintu: Pintu, isian: IsianSurvei, jaringan: str, hari: date) -> None:
    """Write one answer that came through `pintu`. Nothing else is kept of whoever gave it.

    Of two people with the same receipt at the same moment one is refused: the receipt is claimed by a
    conditional update in the transaction that writes. Raises JawabanDitolak.
    """
    if pintu.keadaan is not Keadaan.TERBUKA:
        raise JawabanDitolak(pintu.keadaan)
    if pintu.kanal == Kanal.POSTER:
        kebijakan = kebijakan_pada(hari)
        if terlalu_sering(pintu=pintu, jaringan=jaringan, hari=hari, kebijakan=kebijakan):
            raise JawabanDitolak(None)
    satu_baris = pintu.kanal == Kanal.POSTER and not isian.saran
    with nullcontext() if satu_baris else transaction.atomic():
        if pintu.kanal == Kanal.STRUK:
            _pakai(pintu.token, hari)
        _survei(pintu, isian, hari).save(force_insert=True)
        if isian.saran:
            _simpan_saran(pintu, isian, hari)


def _survei(pintu: Pintu, isian: IsianSurvei, hari: date) -> Survei:
    return Survei(
        layanan_id=pintu.layanan.pk,
        loket_id=pintu.loket_id,
        hari=hari,
        kanal=pintu.kanal,
        **{u: isian.jawaban[u] for u in UNSUR},
        **{k: isian.kelompok.get(k, "") for k in KELOMPOK},
    )


def _pakai(token: str, hari: date) -> None:
    berlaku = LembarStruk.objects.filter(berlaku_sampai__gte=hari)
    if not Struk.objects.filter(token=token, terpakai=False, lembar__in=berlaku).update(terpakai=True):
        raise JawabanDitolak(Keadaan.TERPAKAI)


def _simpan_saran(pintu: Pintu, isian: IsianSurvei, hari: date) -> None:
    rendah = min(isian.jawaban.values()) <= RENDAH
    saran = Saran.objects.create(layanan_id=pintu.layanan.pk, hari=hari, isi=isian.saran, rendah=rendah)
    if rendah:
        _kabari_kepala(pintu, saran)


def _kabari_kepala(pintu: Pintu, saran: Saran) -> None:
    """Tell the head that there is something to look at; the words stay with the manager until read."""
    kepala = (
        Penempatan.objects.filter(unit_id=pintu.layanan.unit_id, kepala=True)
        .berlaku(saran.hari)
        .select_related("pegawai")
        .first()
    )
    kirim(
        penerima=kepala.pegawai if kepala else None,
        jenis=JenisPesan.NILAI_LAYANAN_RENDAH,
        kunci=f"nilai_layanan_rendah:{saran.pk}",
        data={"layanan": pintu.layanan.nama},
        tautan=reverse("layanan:rinci", args=[pintu.layanan.pk]),
    )
