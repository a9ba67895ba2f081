"""Colleagues: who is asked about whom, what they answered, and what of it may be shown.

Nothing here ties an answer to its author, by construction: docs/adr/0014 says how and from what it protects.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from pegawai.models import Pegawai
from penilaian.aturan.rekan import AMBANG_TERENDAH
from penilaian.enums import KeadaanRekan, NilaiPerilaku, StatusTugasRekan
from sasaran.enums import StatusPeriode
from sasaran.models import Periode


class KuesionerRekan(models.Model):
    """A version of the questions. Once a period has used it, it stays as it is."""

    jalur_akses = JalurAkses()

    versi = models.PositiveSmallIntegerField(_("versi"), unique=True)
    judul = models.CharField(_("judul"), max_length=120)
    # From the best to the worst; "belum cukup tahu" is always offered beside them.
    skala = ArrayField(models.CharField(max_length=60), verbose_name=_("skala"))
    tanya_teks = models.CharField(_("pertanyaan terbuka"), max_length=200, blank=True, default="")
    berlaku = models.DateField(_("dipakai mulai"))

    class Meta:
        verbose_name = _("kuesioner rekan kerja")
        verbose_name_plural = _("kuesioner rekan kerja")
        ordering = ["-versi"]
        constraints = [
            models.CheckConstraint(
                name="kuesioner_skala_wajar",
                condition=Q(skala__len__gte=3, skala__len__lte=5),
                violation_error_message=_("Skala berisi tiga sampai lima pilihan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.judul} v{self.versi}"


class ButirRekan(models.Model):
    """One question, mapped to a BerAKHLAK value."""

    jalur_akses = JalurAkses()

    kuesioner = models.ForeignKey(KuesionerRekan, on_delete=models.CASCADE, related_name="butir")
    urutan = models.PositiveSmallIntegerField(_("urutan"))
    kode = models.SlugField(_("kode"), max_length=30)
    nama = models.CharField(_("nama"), max_length=80)
    pertanyaan = models.CharField(_("pertanyaan"), max_length=240)
    nilai = ArrayField(
        models.CharField(max_length=30, choices=NilaiPerilaku), verbose_name=_("nilai BerAKHLAK")
    )

    class Meta:
        verbose_name = _("butir kuesioner")
        verbose_name_plural = _("butir kuesioner")
        ordering = ["urutan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["kuesioner", "kode"], name="butir_rekan_kode"),
            models.UniqueConstraint(
                fields=["kuesioner", "urutan"],
                name="butir_rekan_urutan",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KebijakanRekan(models.Model):
    """How many are asked, from how many answers on a result is shown, and the other numbers, from a date on."""

    jalur_akses = JalurAkses()

    berlaku = models.DateField(_("berlaku mulai"), unique=True)
    aktif = models.BooleanField(_("rekan kerja dimintai masukan"), default=True)
    diminta = models.PositiveSmallIntegerField(_("rekan yang diminta per orang"), default=7)
    ambang = models.PositiveSmallIntegerField(
        _("jawaban paling sedikit agar hasil tampil"),
        default=5,
        help_text=_("Tidak boleh kurang dari 3."),
    )
    beban_maks = models.PositiveSmallIntegerField(_("permintaan paling banyak per rekan"), default=9)
    kolam_maks = models.PositiveSmallIntegerField(_("kelompok terluas bila unit terlalu kecil"), default=60)
    coret_maks = models.PositiveSmallIntegerField(_("rekan yang boleh dicoret tiap pihak"), default=2)
    hari_coret = models.PositiveSmallIntegerField(_("hari kerja untuk mencoret"), default=2)
    dasar = models.CharField(_("dasar"), max_length=200)

    class Meta:
        verbose_name = _("kebijakan rekan kerja")
        verbose_name_plural = _("kebijakan rekan kerja")
        ordering = ["-berlaku"]
        constraints = [
            models.CheckConstraint(
                name="kebijakan_rekan_ambang",
                condition=Q(ambang__gte=AMBANG_TERENDAH),
                violation_error_message=_("Ambang tidak boleh kurang dari 3 jawaban."),
            ),
            models.CheckConstraint(
                name="kebijakan_rekan_diminta",
                condition=Q(diminta__gte=F("ambang"), diminta__lte=20),
                violation_error_message=_("Yang diminta paling sedikit sebanyak ambang, paling banyak 20."),
            ),
            models.CheckConstraint(
                name="kebijakan_rekan_beban",
                condition=Q(beban_maks__gte=F("diminta")),
                violation_error_message=_("Beban paling banyak tidak boleh di bawah jumlah yang diminta."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.berlaku:%d-%m-%Y}"


class UndianRekan(models.Model):
    """The draw of one period: by which policy, with which questions, from which secret seed."""

    jalur_akses = JalurAkses()

    periode = models.OneToOneField(
        Periode, primary_key=True, on_delete=models.PROTECT, related_name="undian_rekan"
    )
    kebijakan = models.ForeignKey(KebijakanRekan, on_delete=models.PROTECT, related_name="undian")
    kuesioner = models.ForeignKey(KuesionerRekan, on_delete=models.PROTECT, related_name="undian")
    benih = models.CharField(max_length=64, editable=False)
    # Fixed with the draw, since people were told; answering ends with the deadline of the self-assessment.
    coret_sampai = models.DateField(_("boleh dicoret sampai"), editable=False)
    jawab_dari = models.DateField(_("dapat dijawab mulai"), editable=False)

    class Meta:
        verbose_name = _("undian rekan kerja")
        verbose_name_plural = _("undian rekan kerja")
        ordering = ["-periode"]

    def __str__(self) -> str:
        return str(self.periode)


class HasilRekan(models.Model):
    """One person in one period: counts per question and rating once enough answered, else only why not.

    Read by the person and by whoever assesses him today: the result goes with him when he moves.
    """

    jalur_akses = JalurAkses(
        pemilik="pegawai",
        penilai="pegawai__atasan__penilai",
        atasan_penilai="pegawai__atasan__atasan_penilai",
    )

    # Written for everybody at once from evaluations whose own keys say that person and period exist.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    periode = models.ForeignKey(
        Periode, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="+"
    )
    pegawai = models.ForeignKey(
        Pegawai, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="hasil_rekan"
    )
    keadaan = models.CharField(
        _("keadaan"), max_length=15, choices=KeadaanRekan, default=KeadaanRekan.BERJALAN
    )
    jumlah = models.PositiveSmallIntegerField(_("jumlah jawaban"), null=True, blank=True)
    # {code: [count per rating …, count of "belum cukup tahu"]}; null for a question too few could answer.
    butir = models.JSONField(null=True, blank=True)
    teks = models.JSONField(null=True, blank=True)  # shuffled

    class Meta:
        verbose_name = _("hasil rekan kerja")
        verbose_name_plural = _("hasil rekan kerja")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "periode"], name="hasil_rekan_satu"),
            pilihan("hasil_rekan_keadaan_dikenal", "keadaan", KeadaanRekan),
            models.CheckConstraint(
                name="hasil_rekan_isi_hanya_bila_tampil",
                condition=Q(
                    keadaan="tampil",
                    jumlah__gte=AMBANG_TERENDAH,
                    butir__isnull=False,
                    teks__isnull=False,
                )
                | (~Q(keadaan="tampil") & Q(jumlah__isnull=True, butir__isnull=True, teks__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(fields=["periode"], name="hasil_rekan_berjalan", condition=Q(keadaan="berjalan")),
        ]

    def __str__(self) -> str:
        return f"{self.periode_id} {self.pegawai_id}"


class TugasRekanQuerySet(models.QuerySet):
    def menunggu(self, *, pada):
        """Those that can be answered on the date `pada` and are not."""
        return self.filter(
            status=StatusTugasRekan.MENUNGGU,
            periode__status=StatusPeriode.TERBUKA,
            periode__undian_rekan__jawab_dari__lte=pada,
            periode__batas_penilaian_diri__gte=pada,
        )


class TugasRekan(models.Model):
    """Who is asked about whom, and whether it is done. Never when: a time would order the answers."""

    jalur_akses = JalurAkses(pemilik="rekan")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    hasil = models.ForeignKey(HasilRekan, db_index=False, on_delete=models.PROTECT, related_name="tugas")
    periode = models.ForeignKey(
        Periode, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="+"
    )
    dinilai = models.ForeignKey(
        Pegawai, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="+"
    )
    rekan = models.ForeignKey(
        Pegawai, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=StatusTugasRekan,
        default=StatusTugasRekan.MENUNGGU,
        db_default="menunggu",
    )
    dicoret_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, db_index=False, on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.CharField(_("alasan"), max_length=300, blank=True, default="", db_default="")

    objects = TugasRekanQuerySet.as_manager()

    class Meta:
        verbose_name = _("permintaan kepada rekan kerja")
        verbose_name_plural = _("permintaan kepada rekan kerja")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["hasil", "rekan"], name="tugas_rekan_sekali"),
            pilihan("tugas_rekan_status_dikenal", "status", StatusTugasRekan),
            models.CheckConstraint(name="tugas_rekan_bukan_diri", condition=~Q(dinilai=F("rekan"))),
            models.CheckConstraint(
                name="tugas_rekan_coret_beralasan",
                condition=Q(status="dicoret", dicoret_oleh__isnull=False) & ~Q(alasan="")
                | ~Q(status="dicoret") & Q(dicoret_oleh__isnull=True, alasan=""),
            ),
        ]
        indexes = [models.Index(fields=["rekan", "periode"], name="tugas_rekan_saya")]

    def __str__(self) -> str:
        return f"{self.rekan_id} → {self.dinilai_id}"


class TugasTentang(TugasRekan):
    """The same requests from the side of the person they are about."""

    jalur_akses = JalurAkses(pemilik="dinilai", penilai="dinilai__atasan__penilai")

    class Meta:
        proxy = True
        verbose_name = _("rekan yang dimintai masukan")
        verbose_name_plural = _("rekan yang dimintai masukan")


class JawabanRekan(models.Model):
    """One sealed answer, until the closing counts and destroys it. No author, no time, a random key."""

    # Nobody may ask for these rows: no path leads to them.
    jalur_akses = JalurAkses()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    hasil = models.ForeignKey(HasilRekan, on_delete=models.PROTECT, related_name="jawaban")
    # That of the draw, which protects it; a constraint here would leave a mark on its row.
    kuesioner = models.ForeignKey(
        KuesionerRekan, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="+"
    )
    isi = models.BinaryField()

    class Meta:
        verbose_name = _("jawaban rekan kerja")
        verbose_name_plural = _("jawaban rekan kerja")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.pk)
