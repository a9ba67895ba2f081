"""The papers of a case: summons, minutes of the hearing, decree. Their public page names no kind of sanction."""

from datetime import datetime
from typing import Any

from inti.kalender import ke_zona
from inti.models import DokumenTerbit
from inti.services import dokumen
from inti.tanggal import tulis_tanggal
from pegawai.models import Pegawai
from penghargaan.aturan.hukuman import jenis_pada
from penghargaan.aturan.naskah import UPAYA, dasar_hukum
from penghargaan.enums_tindak_lanjut import DasarSanksi, JenisDokumenSanksi
from penghargaan.models import PanggilanSanksi, Sanksi
from penghargaan.models.sanksi import SUDAH_DIPERIKSA
from penghargaan.services.naskah import (
    Naskah,
    dasar_data,
    hari_tanggal,
    orang,
    tanda,
    tempat_tanggal,
    terbit,
)

PANGGILAN, BERITA_ACARA, KEPUTUSAN = "panggilan", "berita-acara", "keputusan"
SEBUTAN = {PANGGILAN: "Surat panggilan", BERITA_ACARA: "Berita acara pemeriksaan", KEPUTUSAN: "Keputusan"}
_PERIHAL = {
    DasarSanksi.KINERJA: "hasil evaluasi kinerja dan pelaksanaan rencana perbaikan kinerja",
    DasarSanksi.DISIPLIN: "dugaan pelanggaran disiplin",
}


def tersedia(sanksi: Sanksi) -> list[str]:
    """The papers this case has by now: “panggilan-1”, “panggilan-2”, “berita-acara”, “keputusan”."""
    ada = [f"{PANGGILAN}-{p.ke}" for p in sanksi.panggilan.all()]
    if sanksi.pemeriksaan_pada is not None and sanksi.berita_acara:
        ada.append(BERITA_ACARA)
    if sanksi.sk_tanggal is not None and sanksi.jenis_putusan:
        ada.append(KEPUTUSAN)
    return ada


def naskah_sanksi(*, sanksi: Sanksi, nama: str, oleh: Pegawai | None) -> DokumenTerbit:
    """The paper of this name, issued when it was not yet. Raises ValueError for one the case has not."""
    if nama not in tersedia(sanksi):
        raise ValueError(f"{nama!r} is no paper of this case")
    depan, _pisah, ke = nama.partition("-") if nama.startswith(PANGGILAN) else (nama, "", "")
    jenis = f"sanksi.{depan.replace('-', '_')}"
    kunci = f"{sanksi.pk}:{ke}" if ke else str(sanksi.pk)
    if depan == PANGGILAN:
        panggilan = sanksi.panggilan.get(ke=int(ke))
        isi = {"keadaan": panggilan.nomor, "susun": lambda: _panggilan(sanksi, panggilan)}
    elif depan == BERITA_ACARA:
        pada = sanksi.tanggapan_pada
        isi = {"keadaan": pada.isoformat() if pada else "", "susun": lambda: _berita_acara(sanksi)}
    else:
        isi = {"keadaan": sanksi.sk_nomor, "susun": lambda: _keputusan(sanksi)}
    ada = terbit(jenis=jenis, kunci=kunci, oleh=oleh, **isi)
    if depan == KEPUTUSAN and sanksi.status not in SUDAH_DIPERIKSA and ada.keadaan == "berlaku":
        return _cabut(ada, sanksi, oleh)  # revoked before anybody had read it
    return ada


def cabut_keputusan(*, sanksi: Sanksi, oleh: Pegawai) -> DokumenTerbit:
    """The decree was revoked: its public page says since when; the reason stays in the case."""
    return naskah_sanksi(sanksi=sanksi, nama=KEPUTUSAN, oleh=oleh)


def cabut_panggilan(*, sanksi: Sanksi, oleh: Pegawai) -> None:
    """The case was ended before its hearing: nobody has to come any more."""
    if sanksi.pemeriksaan_pada is not None:
        return
    for satu in sanksi.panggilan.all():
        ada = naskah_sanksi(sanksi=sanksi, nama=f"{PANGGILAN}-{satu.ke}", oleh=oleh)
        if ada.keadaan == "berlaku":
            dokumen.cabut(dokumen=ada, alasan="Panggilan tidak berlaku lagi.", oleh=oleh)


def _cabut(ada: DokumenTerbit, sanksi: Sanksi, oleh: Pegawai | None) -> DokumenTerbit:
    terakhir = sanksi.riwayat.filter(aksi="cabut").select_related("oleh").last()
    siapa = terakhir.oleh if terakhir and terakhir.oleh else oleh or sanksi.diputus_oleh
    return dokumen.cabut(dokumen=ada, alasan="Keputusan dicabut oleh pejabat yang berwenang.", oleh=siapa)


def _dasar(sanksi: Sanksi, judul: str) -> dict[str, Any]:
    return {
        **dasar_data(sanksi.unit, judul, f"{judul} · rahasia"),
        "dasar": list(dasar_hukum(sanksi.dasar, sanksi.pegawai.jenis)),
        "perihal": _PERIHAL[DasarSanksi(sanksi.dasar)],
    }


def _panggilan(sanksi: Sanksi, panggilan: PanggilanSanksi) -> Naskah:
    siapa = orang([sanksi.pegawai, sanksi.diperiksa_oleh], panggilan.tanggal)
    hari, pukul = hari_tanggal(panggilan.waktu, sanksi.unit)
    pemeriksa = siapa[sanksi.diperiksa_oleh_id]
    sebutan = "pertama" if panggilan.ke == 1 else "kedua"
    data = _dasar(sanksi, f"Surat panggilan {sebutan}")
    data |= {
        "nomor": panggilan.nomor,
        "hal": f"Panggilan {sebutan}",
        "ke": panggilan.ke,
        "tempat_tanggal": tempat_tanggal(data["instansi"], panggilan.tanggal),
        "pegawai": siapa[sanksi.pegawai_id],
        "pemeriksa": pemeriksa,
        "hari": hari,
        "pukul": pukul,
        "tempat": panggilan.tempat,
    }
    dicatat = sanksi.riwayat.filter(aksi="panggil").order_by("pk")[panggilan.ke - 1 : panggilan.ke].first()
    pada = dicatat.pada if dicatat else None
    data["tanda"] = [
        tanda(pemeriksa, atas="Pemeriksa,", peran=pemeriksa["jabatan"], pada=pada, unit=sanksi.unit)
    ]
    ringkas = [("Instansi", data["instansi"]), ("Nomor", panggilan.nomor), *_bertanggal(panggilan.tanggal)]
    return Naskah("penghargaan/panggilan", "Surat panggilan", ringkas, data)


def _berita_acara(sanksi: Sanksi) -> Naskah:
    pada: datetime = sanksi.pemeriksaan_pada
    tanggal = pada.astimezone(ke_zona(sanksi.unit.zona).tz).date()
    siapa = orang([sanksi.pegawai, sanksi.diperiksa_oleh], tanggal)
    pemeriksa, pegawai = siapa[sanksi.diperiksa_oleh_id], siapa[sanksi.pegawai_id]
    hari, pukul = hari_tanggal(pada, sanksi.unit)
    panggilan = list(sanksi.panggilan.all())
    data = _dasar(sanksi, SEBUTAN[BERITA_ACARA])
    lampiran = sanksi.dokumen.filter(jenis=JenisDokumenSanksi.PEMBELAAN)
    data |= {
        "hari": hari,
        "pukul": pukul,
        "tempat": panggilan[-1].tempat if panggilan else "–",
        "hadir": sanksi.hadir,
        "pegawai": pegawai,
        "pemeriksa": pemeriksa,
        "panggilan": [f"Nomor {p.nomor}, tanggal {tulis_tanggal(p.tanggal)}" for p in panggilan],
        "hasil": sanksi.berita_acara,
        "keterangan": sanksi.tanggapan,
        "lampiran": [d.nama_asli for d in lampiran],
    }
    dicatat = sanksi.riwayat.filter(aksi="periksa").last()
    kosong = tanda(pegawai, atas="Yang diperiksa,", unit=sanksi.unit)
    if not sanksi.hadir:
        kosong["keterangan"] = "Tidak hadir setelah dipanggil"
    data["tanda"] = [
        kosong,
        tanda(pemeriksa, atas="Pemeriksa,", pada=dicatat.pada if dicatat else None, unit=sanksi.unit),
    ]
    ringkas = [("Instansi", data["instansi"]), *_bertanggal(tanggal)]
    return Naskah("penghargaan/berita_acara", SEBUTAN[BERITA_ACARA], ringkas, data)


def _keputusan(sanksi: Sanksi) -> Naskah:
    siapa = orang([sanksi.pegawai, sanksi.diputus_oleh], sanksi.sk_tanggal)
    pejabat = siapa[sanksi.diputus_oleh_id]
    jabatan = pejabat["jabatan"] or "Pejabat Pembina Kepegawaian"
    disiplin = sanksi.dasar == DasarSanksi.DISIPLIN
    tentang = "Penjatuhan hukuman disiplin" if disiplin else "Tindak lanjut hasil evaluasi kinerja"
    data = _dasar(sanksi, SEBUTAN[KEPUTUSAN])
    data |= {
        "nomor": sanksi.sk_nomor,
        "tentang": tentang,
        "pejabat": jabatan,
        "pegawai": siapa[sanksi.pegawai_id],
        "menimbang": _menimbang(sanksi),
        "kesatu": _kesatu(sanksi, disiplin=disiplin),
        "diktum": _diktum(sanksi),
        "tembusan": [
            "Pegawai yang bersangkutan.",
            f"Kepala unit kerja {sanksi.unit.nama}.",
            "Pengelola kepegawaian.",
        ],
    }
    dicatat = sanksi.riwayat.filter(aksi="putuskan").last()
    atas = f"Ditetapkan di {tempat_tanggal(data['instansi'], sanksi.sk_tanggal)}"
    data["tanda"] = [
        tanda(pejabat, atas=atas, peran=jabatan, pada=dicatat.pada if dicatat else None, unit=sanksi.unit)
    ]
    ringkas = [
        ("Instansi", data["instansi"]),
        ("Nomor", sanksi.sk_nomor),
        *_bertanggal(sanksi.sk_tanggal),
    ]
    return Naskah("penghargaan/keputusan", SEBUTAN[KEPUTUSAN], ringkas, data)


def _menimbang(sanksi: Sanksi) -> list[str]:
    butir = [f"bahwa {_dalam_kalimat(sanksi.alasan)}"]
    rencana = sanksi.rencana
    if rencana is not None and rencana.mulai and rencana.selesai:
        butir.append(
            f"bahwa rencana perbaikan kinerja sejak {tulis_tanggal(rencana.mulai)} sampai "
            f"{tulis_tanggal(rencana.selesai)} sudah dijalankan dan disimpulkan belum tercapai;"
        )
    if sanksi.hari_tidak_masuk:
        butir.append(
            f"bahwa yang bersangkutan tidak masuk kerja tanpa alasan yang sah {sanksi.hari_tidak_masuk} hari "
            f"dalam setahun, paling lama {sanksi.hari_berturut or 0} hari berturut-turut;"
        )
    hari, _pukul = hari_tanggal(sanksi.pemeriksaan_pada, sanksi.unit)
    butir.append(f"bahwa pemeriksaan telah dilakukan pada {hari} dan dicatat dalam berita acara;")
    if sanksi.pertimbangan.strip():
        butir.append(f"bahwa {_dalam_kalimat(sanksi.pertimbangan)}")
    return [*butir, "bahwa berdasarkan pertimbangan tersebut perlu menetapkan keputusan."]


def _kesatu(sanksi: Sanksi, *, disiplin: bool) -> str:
    jenis = jenis_pada(sanksi.sk_tanggal)[sanksi.jenis_putusan]
    if disiplin:
        return f"Menjatuhkan hukuman disiplin {jenis.tingkat} berupa {jenis.nama.lower()} kepada:"
    return f"Mengenakan tindak lanjut hasil evaluasi kinerja berupa {jenis.nama.lower()} kepada:"


def _diktum(sanksi: Sanksi) -> list[str]:
    masa = f"sejak {tulis_tanggal(sanksi.mulai)}"
    if sanksi.selesai:
        masa += f" sampai {tulis_tanggal(sanksi.selesai)}"
    return [
        f"Keputusan ini berlaku {masa}.",
        f"Terhadap keputusan ini dapat ditempuh upaya administratif menurut {UPAYA} dan peraturan lain yang berlaku.",
        "Keputusan ini disampaikan kepada yang bersangkutan untuk dilaksanakan.",
    ]


def _dalam_kalimat(teks: str) -> str:
    """A reason as people typed it, inside “bahwa …;”: first letter small unless the word is an abbreviation."""
    rapi = teks.strip().rstrip(".;")
    kecil = rapi[:1].lower() + rapi[1:] if rapi[1:2].islower() else rapi
    return f"{kecil};"


def _bertanggal(hari: Any) -> list[tuple[str, str]]:
    return [("Tanggal", tulis_tanggal(hari))]
