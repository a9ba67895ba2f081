"""The person that a row is about: by PNS ID, else by NIP. Shared by the imports of what belongs to people."""

import re

from django.utils.translation import gettext_lazy as _

from inti.impor_dasar import Kolom
from inti.impor_sel import baca_dengan, g, p, teks
from inti.sel import Tolak

_SPASI = re.compile(r"[\s.]")


def _nip(isi: str) -> str:
    angka = _SPASI.sub("", isi)
    if not re.fullmatch(r"[0-9]{18}", angka):
        raise Tolak("nip_salah")
    return angka


SEL_NIP = baca_dengan("nip18", "text", _nip, "{t} ~ '^[0-9]{{18}}$'")
KOLOM_ORANG = (
    Kolom(
        "NIP BARU",
        ("NIP", "NIPBARU", "NIP/NI PPPK", "NI PPPK", "EMPLOYEE NUMBER"),
        bidang="nip",
        sel=SEL_NIP,
        keterangan=_("NIP 18 angka sebagai teks. Boleh kosong bila PNS ID terisi."),
        contoh="198503122010012002",
    ),
    Kolom(
        "PNS ID",
        (
            "PNSID",
            "ID PNS",
            "IDPNS",
            "PNS ORANG ID",
            "PNSORANGID",
            "PNSDINILAIID",
            "PNSDINILAIORANG",
            "EMPLOYEE ID",
        ),
        bidang="pns_id",
        sel=teks(64),
        keterangan=_(
            "Nomor orang di SIASN. Didahulukan dari NIP, sehingga NIP yang berganti tidak mengganggu."
        ),
    ),
    Kolom(
        "NAMA",
        ("NAMA PEGAWAI", "NAMA LENGKAP", "NAME"),
        bidang="nama_orang",
        sel=teks(255),
        keterangan=_("Hanya untuk diperiksa: nama yang berbeda dari data diberi peringatan."),
    ),
)
TAMBAHAN_ORANG = {"pegawai_id": "uuid"}
SEBUTAN_ORANG = "(SELECT concat_ws(' · ', o.nama, o.nip) FROM pegawai_pegawai o WHERE o.id = s.pegawai_id)"
KALIMAT_ORANG = {
    "nip_salah": g(_("NIP tidak terbaca"), _("“%(nilai)s” bukan NIP. NIP terdiri atas 18 angka.")),
    "orang_kosong": g(_("Pegawai belum disebut"), _("Isi NIP BARU atau PNS ID pegawai ini.")),
    "orang_tidak_dikenal": g(
        _("Pegawai tidak dikenal"),
        _(
            "Tidak ada pegawai dengan NIP atau PNS ID “%(nilai)s”. Periksa nomornya, atau impor pegawainya dahulu."
        ),
    ),
    "orang_beda": g(
        _("PNS ID dan NIP milik dua orang"),
        _("NIP %(nilai)s milik %(lain)s, tetapi PNS ID di baris ini milik %(satu)s. Betulkan salah satunya."),
    ),
    "nama_beda": p(
        _("Nama berbeda dari data"),
        _("Di berkas tertulis “%(nilai)s”, di data %(nama)s. Pastikan nomornya benar."),
    ),
}
_HURUF = "regexp_replace(upper({t}), '[^A-Z]', '', 'g')"
KENALI_ORANG = (
    # A record that was merged stands for the person it went into.
    "UPDATE impor_tahap s SET pegawai_id = coalesce(t.digabung_ke_id, t.id) FROM pegawai_pegawai t"
    " WHERE t.pns_id = s.pns_id",
    "UPDATE impor_tahap s SET pegawai_id = coalesce(t.digabung_ke_id, t.id) FROM pegawai_pegawai t"
    " WHERE t.nip = s.nip AND s.pegawai_id IS NULL",
    # Our own number, which an export gives to somebody without NIP and PNS ID.
    "UPDATE impor_tahap s SET pegawai_id = t.id FROM pegawai_pegawai t WHERE s.pegawai_id IS NULL"
    " AND s.nip IS NULL AND t.id = CASE WHEN s.pns_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'"
    " THEN s.pns_id::uuid END",
    "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi) SELECT s.baris, 'orang_beda', 'NIP BARU', s.nip,"
    " jsonb_build_object('lain', t.nama, 'satu', o.nama) FROM impor_tahap s"
    " JOIN pegawai_pegawai t ON t.nip = s.nip AND coalesce(t.digabung_ke_id, t.id) <> s.pegawai_id"
    " JOIN pegawai_pegawai o ON o.id = s.pegawai_id",
    "INSERT INTO impor_masalah (baris, kode, kolom, nilai) SELECT s.baris,"
    " CASE WHEN coalesce(s.nip, s.pns_id) IS NULL THEN 'orang_kosong' ELSE 'orang_tidak_dikenal' END,"
    " CASE WHEN s.nip IS NULL AND s.pns_id IS NOT NULL THEN 'PNS ID' ELSE 'NIP BARU' END,"
    " coalesce(s.nip, s.pns_id, '') FROM impor_tahap s WHERE s.pegawai_id IS NULL AND NOT EXISTS"
    " (SELECT FROM impor_masalah m WHERE m.baris = s.baris AND m.kode = 'nip_salah')",
    "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi) SELECT s.baris, 'nama_beda', 'NAMA', s.nama_orang,"  # noqa: S608
    " jsonb_build_object('nama', t.nama) FROM impor_tahap s JOIN pegawai_pegawai t ON t.id = s.pegawai_id"
    f" WHERE position({_HURUF.format(t='t.nama')} IN {_HURUF.format(t='s.nama_orang')}) = 0",
)
