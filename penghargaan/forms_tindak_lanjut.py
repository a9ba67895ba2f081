"""Shapes of what is typed about improvement plans, sanctions and angka kredit; the services know the rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from inti.bidang import AngkaIndonesiaField, wajib_bila
from inti.terjemah import t
from pelaksanaan.forms import TERIMA, BanyakBerkasField, BanyakBerkasInput
from penghargaan.aturan.hukuman import JenisSanksi
from penghargaan.enums_tindak_lanjut import (
    DasarSanksi,
    JenisDokumenSanksi,
    JenisKredit,
    Pihak,
    PilihanJenjang,
    StatusTindakan,
    UpayaAdministratif,
)

PANJANG = 4000


def _teks(label: Any, baris: int = 3, bantuan: Any = "", *, wajib: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=wajib,
        max_length=PANJANG,
        help_text=bantuan,
        widget=forms.Textarea(attrs={"rows": baris}),
    )


def _tanggal(label: Any, bantuan: Any = "", *, wajib: bool = True) -> forms.DateField:
    masukan = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=bantuan, widget=masukan, required=wajib)


def _waktu(label: Any, bantuan: Any = "") -> forms.DateTimeField:
    masukan = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(
        label=label, help_text=bantuan, widget=masukan, input_formats=["%Y-%m-%dT%H:%M", "%d-%m-%Y %H:%M"]
    )


class FormKosong(forms.Form):
    """A step that needs nothing but the decision to take it."""


class FormCatatan(forms.Form):
    """A step that needs a reason."""

    catatan = _teks(_("Catatan"))

    def __init__(self, *isi: Any, label: Any = "", **lain: Any) -> None:
        super().__init__(*isi, **lain)
        if label:
            self.fields["catatan"].label = label


class FormRencana(forms.Form):
    """The texts of an improvement plan."""

    sebab = _teks(
        _("Penyebab yang dibicarakan bersama"), 4, _("Apa yang menghambat? Bukan siapa yang salah.")
    )
    dukungan = _teks(_("Dukungan yang diperlukan"), 3, _("Alat, waktu, orang, atau keputusan dari atasan."))
    belajar = _teks(_("Yang ingin dipelajari"), 2, _("Satu keinginan per baris."), wajib=False)


class FormTindakan(forms.Form):
    """A promise of one side."""

    pihak = forms.ChoiceField(label=_("Dilakukan oleh"), choices=Pihak.choices, widget=forms.RadioSelect)
    uraian = _teks(_("Tindakan"), 2)
    tenggat = _tanggal(_("Paling lambat"))


class FormTinjauan(forms.Form):
    """A planned check-in."""

    tanggal = _tanggal(_("Tanggal pertemuan"))


class FormTandai(forms.Form):
    """Whether a promise was kept."""

    status = forms.ChoiceField(label=_("Keadaan"), choices=StatusTindakan.choices, widget=forms.RadioSelect)
    penjelasan = wajib_bila(
        _teks(_("Penjelasan"), 2, _("Dibaca kedua pihak."), wajib=False),
        _("wajib bila tidak dapat dijalankan"),
    )


class FormCatatTinjauan(forms.Form):
    """What was said at a check-in."""

    isi = _teks(_("Yang dibicarakan"), 3, _("Catatan ini tetap dan dibaca kedua pihak."))


class FormSimpulan(forms.Form):
    """The evidence of a conclusion."""

    bukti = _teks(_("Bukti simpulan"), 4, _("Angka, hasil, atau kejadian yang mendasari simpulan."))


class FormPerpanjang(forms.Form):
    """More time, with another check-in."""

    bulan = forms.IntegerField(label=_("Tambahan (bulan)"), min_value=1, max_value=12, initial=3)
    tinjauan = _tanggal(_("Pertemuan tinjauan berikutnya"))
    catatan = _teks(_("Alasan"))


class FormUsulanSanksi(forms.Form):
    """A proposal: kind and reason; for absence the days."""

    jenis = forms.ChoiceField(label=_("Jenis yang diusulkan"))
    hari_tidak_masuk = forms.IntegerField(
        label=_("Hari tidak masuk tanpa alasan dalam setahun"), min_value=0, max_value=366, required=False
    )
    hari_berturut = forms.IntegerField(
        label=_("Paling lama berturut-turut (hari)"), min_value=0, max_value=366, required=False
    )
    alasan = _teks(_("Alasan dan kejadian"), 5, _("Dibaca pemeriksa, pejabat yang memutus, dan auditor."))

    def __init__(self, *isi: Any, dasar: str, pilihan: list[JenisSanksi], **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.fields["jenis"].choices = [(j.kode, t(j.nama)) for j in pilihan]
        if dasar == DasarSanksi.KINERJA:
            del self.fields["hari_tidak_masuk"], self.fields["hari_berturut"]

    def clean(self) -> dict[str, Any]:
        """Not more days in a row than altogether."""
        isi = super().clean() or self.cleaned_data
        berturut, semua = isi.get("hari_berturut"), isi.get("hari_tidak_masuk")
        if berturut is not None and berturut > (semua or 0):
            self.add_error("hari_berturut", _("Tidak boleh melebihi jumlah hari tidak masuk."))
        return isi


class FormPanggilan(forms.Form):
    """A summons."""

    nomor = forms.CharField(label=_("Nomor surat panggilan"), max_length=120)
    tanggal = _tanggal(_("Tanggal surat"))
    waktu = _waktu(_("Waktu pemeriksaan"), _("Sekurang-kurangnya 7 hari kerja setelah tanggal surat."))
    tempat = forms.CharField(label=_("Tempat"), max_length=200)


class FormPemeriksaan(forms.Form):
    """The hearing and its minutes."""

    waktu = _waktu(_("Waktu pemeriksaan"))
    hadir = forms.ChoiceField(
        label=_("Pegawai"),
        choices=[("ya", _("Hadir")), ("tidak", _("Tidak hadir"))],
        widget=forms.RadioSelect,
    )
    berita_acara = _teks(_("Berita acara"), 6, _("Pertanyaan dan jawaban, apa adanya."))


class FormPutusan(forms.Form):
    """A decree."""

    jenis = forms.ChoiceField(label=_("Jenis yang diputus"))
    sk_nomor = forms.CharField(label=_("Nomor keputusan"), max_length=120)
    sk_tanggal = _tanggal(_("Tanggal keputusan"))
    mulai = _tanggal(_("Mulai berlaku"))
    pertimbangan = _teks(_("Pertimbangan"), 4)

    def __init__(self, *isi: Any, pilihan: list[JenisSanksi], **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.fields["jenis"].choices = [(j.kode, t(j.nama)) for j in pilihan]


class FormTanggapanSanksi(forms.Form):
    """The person's own statement."""

    isi = _teks(_("Keterangan Anda"), 6, _("Dibaca pemeriksa dan pejabat yang memutus."))


class FormUpaya(forms.Form):
    """An objection or appeal against a decree."""

    upaya = forms.ChoiceField(
        label=_("Upaya"), choices=[p for p in UpayaAdministratif.choices if p[0]], widget=forms.RadioSelect
    )
    tanggal = _tanggal(_("Tanggal diajukan"))
    catatan = _teks(_("Catatan"), 2, wajib=False)


class FormDokumen(forms.Form):
    """Files of a case."""

    jenis = forms.ChoiceField(label=_("Jenis dokumen"), choices=JenisDokumenSanksi.choices)
    berkas = BanyakBerkasField(
        label=_("Berkas"), widget=BanyakBerkasInput(attrs={"multiple": True, "accept": TERIMA})
    )

    def __init__(self, *isi: Any, pegawai: bool = False, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        if pegawai:
            self.fields["jenis"].choices = [
                (JenisDokumenSanksi.PEMBELAAN.value, JenisDokumenSanksi.PEMBELAAN.label)
            ]


class FormNilaiAwal(forms.Form):
    """A start value from a decree."""

    jenis = forms.ChoiceField(
        label=_("Jenis"),
        choices=[
            (j.value, j.label)
            for j in (JenisKredit.INTEGRASI, JenisKredit.PENYETARAAN, JenisKredit.PENDIDIKAN)
        ],
    )
    jenjang = forms.ChoiceField(label=_("Jenjang"), choices=PilihanJenjang.choices)
    nilai = AngkaIndonesiaField(label=_("Angka kredit"), digit=8, desimal=2)
    pada = _tanggal(_("Terhitung"))
    keterangan = forms.CharField(label=_("Dasar (nomor PAK atau keputusan)"), max_length=300)


class FormKoreksi(forms.Form):
    """A correction of one row."""

    alasan = forms.CharField(label=_("Alasan koreksi"), max_length=300)
    bulan = forms.IntegerField(
        label=_("Jumlah bulan yang benar"),
        min_value=1,
        max_value=12,
        required=False,
        help_text=_("Kosongkan untuk menghapus pengaruh baris ini saja."),
    )
