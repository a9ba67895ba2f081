"""The snapshot of a periodic evaluation in the shape of the yearly one, so that one form prints both."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q

from inti.kalender import ke_zona
from pelaksanaan.models import UmpanBalik
from penilaian.aturan.rekaman_tahunan import PENILAI, Capaian, Hasil, Indikator, Perilaku, Rekaman, Umpan
from penilaian.models import CapaianOrganisasi, EvaluasiPeriodik
from penilaian.services.baca import Sudut
from penilaian.services.capaian import label_untuk
from penilaian.services.identitas import nama_instansi, orang_pada
from penilaian.services.lembar import BarisHasil, BarisIndikator, Lembar, susun_lembar
from sasaran.enums import PendekatanSKP
from sasaran.models import SKP, RencanaHasilKerja

Remah = dict[object, tuple[Umpan, ...]]


def formulir_c(skp: SKP) -> str:
    """Which of the three results forms belongs to a plan: approach first, then the kind of post (forms.md 0)."""
    if skp.pendekatan == PendekatanSKP.KUALITATIF:
        return "C.1.1"
    return "C.1.2" if skp.untuk_pimpinan else "C.1.3"


def rekaman_periodik(evaluasi: EvaluasiPeriodik) -> Rekaman:
    """What a delivered periodic evaluation was decided on, with the people as they were on that day.

    Needs `periode__siklus`, `skp__penempatan__jabatan` and the three people at hand. A fixed number of
    queries; writes nothing. The label of the organisation is 0 when none was set for the period.
    """
    e = evaluasi
    hari = e.disampaikan_pada.astimezone(ke_zona(e.unit.zona).tz).date()
    orang = orang_pada([e.pegawai, e.penilai, e.atasan_penilai], hari=hari, penempatan=e.skp.penempatan)
    lembar = susun_lembar(e, Sudut.PENILAI)
    remah = _umpan_balik(e)
    return Rekaman(
        tahun=e.periode.siklus.tahun,
        mulai=e.skp.mulai.isoformat(),
        selesai=e.skp.selesai.isoformat(),
        instansi=nama_instansi(e.unit),
        pendekatan=e.skp.pendekatan,
        formulir=formulir_c(e.skp),
        pegawai=orang[e.pegawai_id],
        penilai=orang[e.penilai_id],
        atasan_penilai=orang.get(e.atasan_penilai_id),
        penanda_tangan=PENILAI,
        ditandatangani_pada=e.disampaikan_pada.isoformat(),
        capaian=_capaian(e),
        skp=(),
        hasil=_hasil(lembar, remah),
        perilaku=_perilaku(e, lembar, remah),
        periode=(),
        saran_hasil=None,
        saran_dari="",
        saran_perilaku=None,
        rating_hasil=e.rating_hasil,
        rating_perilaku=e.rating_perilaku,
        predikat=e.predikat,
        alasan_hasil=e.alasan_hasil,
        alasan_perilaku=e.alasan_perilaku,
        catatan=e.catatan_penilai,
        final=False,
    )


def _capaian(e: EvaluasiPeriodik) -> Capaian:
    label = label_untuk(evaluasi=e)
    if label is None:
        return Capaian(0, "")
    unit = CapaianOrganisasi.objects.values_list("unit__nama", flat=True).get(pk=label.capaian_id)
    return Capaian(int(label.predikat), unit, str(label.sumber.label) if label.pengganti else "")


def _umpan_balik(e: EvaluasiPeriodik) -> Remah:
    """The remarks from the start of the period to the delivery, by result (its key) or value (its code)."""
    baris = UmpanBalik.objects.filter(
        Q(dibuat_pada__date__gte=e.periode.mulai), skp_id=e.skp_id, dibuat_pada__lte=e.disampaikan_pada
    ).select_related("pemberi", "laporan__indikator")
    kumpulan: dict[object, list[Umpan]] = defaultdict(list)
    for satu in baris.order_by("dibuat_pada", "id"):
        tentang = satu.nilai_perilaku or satu.rhk_id or satu.laporan.indikator.rhk_id
        hari = satu.dibuat_pada.date().isoformat()
        kumpulan[tentang].append(Umpan(pemberi(e, satu), satu.sifat, satu.isi, hari))
    return {kunci: tuple(isi) for kunci, isi in kumpulan.items()}


def pemberi(e: EvaluasiPeriodik, umpan: UmpanBalik) -> str:
    """“Pimpinan (nama)” as in the examples of the regulation (Anak Lampiran 4)."""
    peran = {e.penilai_id: "Pimpinan", e.atasan_penilai_id: "Atasan pimpinan"}.get(umpan.pemberi_id)
    return f"{peran} ({umpan.pemberi.nama})" if peran else umpan.pemberi.nama


def _hasil(lembar: Lembar, remah: Remah) -> tuple[Hasil, ...]:
    kunci = [b.id for b in lembar.hasil]
    asal = RencanaHasilKerja.objects.filter(pk__in=kunci).select_related("mendukung").in_bulk()
    return tuple(_satu_hasil(b, asal[b.id], remah.get(b.id, ())) for b in lembar.hasil)


def _satu_hasil(baris: BarisHasil, asal: RencanaHasilKerja, umpan: Sequence[Umpan]) -> Hasil:
    return Hasil(
        id=str(baris.id),
        skp="",
        nama=baris.uraian,
        jenis=str(baris.jenis),
        pimpinan=asal.mendukung.uraian if asal.mendukung else "",
        penugasan_dari=asal.penugasan_dari,
        rating=None if baris.rating is None else int(baris.rating),
        dasar="",
        alasan=baris.alasan,
        indikator=tuple(_indikator(i) for i in baris.indikator),
        umpan_balik=tuple(umpan),
    )


def _indikator(satu: BarisIndikator) -> Indikator:
    return Indikator(
        nama=satu.uraian,
        aspek=str(satu.aspek),
        target=f"{satu.target:f}",
        target_maks=None if satu.target_maks is None else f"{satu.target_maks:f}",
        realisasi=None if satu.realisasi is None else f"{satu.realisasi:f}",
        arah=str(satu.arah),
        satuan=satu.satuan,
        laporan=satu.jumlah_laporan,
        perspektif=satu.perspektif,
    )


def _perilaku(e: EvaluasiPeriodik, lembar: Lembar, remah: Remah) -> tuple[Perilaku, ...]:
    """The assessor's note on a value stands last among the remarks on it."""
    hasil = []
    for baris in lembar.perilaku:
        umpan = remah.get(baris.nilai.kode, ())
        if baris.catatan:
            hari = e.disampaikan_pada.date().isoformat()
            umpan = (*umpan, Umpan(f"Pimpinan ({e.penilai.nama})", "", baris.catatan, hari))
        rating = None if baris.rating is None else int(baris.rating)
        hasil.append(Perilaku(baris.nilai.kode, rating, baris.ekspektasi, umpan))
    return tuple(hasil)
