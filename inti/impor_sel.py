"""The kinds of cells that imports share, and the sentences of what may be wrong with them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from inti import sel
from inti.impor_dasar import GALAT, PERINGATAN, Kalimat, Sel
from inti.sel import Tolak


def g(judul: Any, pesan: Any) -> Kalimat:
    """A problem that refuses the row."""
    return Kalimat(GALAT, judul, pesan)


def p(judul: Any, pesan: Any) -> Kalimat:
    """A problem that is only said."""
    return Kalimat(PERINGATAN, judul, pesan)


KALIMAT_DASAR: dict[str, Kalimat] = {
    "wajib_kosong": g(_("Isian wajib kosong"), _("%(kolom)s wajib diisi. Lengkapi sel ini.")),
    "karakter": g(
        _("Karakter yang tidak dapat disimpan"),
        _("Sel ini berisi karakter kosong (NUL). Ketik ulang isinya."),
    ),
    "angka_excel": g(
        _("Angka panjang dipotong Excel"),
        _(
            "Excel menyimpan %(kolom)s sebagai bilangan sehingga angkanya dapat berubah. Format kolom itu "
            "sebagai Teks, lalu isi ulang."
        ),
    ),
    "terlalu_panjang": g(
        _("Isi sel terlalu panjang"), _("Isi %(kolom)s paling banyak %(maks)s huruf. Singkat isinya.")
    ),
    "tanggal_salah": g(
        _("Tanggal tidak terbaca"), _("“%(nilai)s” bukan tanggal. Tulis hh-bb-tttt, misalnya 31-12-1985.")
    ),
    "bulat_salah": g(
        _("Bilangan tidak terbaca"), _("“%(nilai)s” bukan bilangan bulat. Tulis angkanya saja, misalnya 12.")
    ),
    "desimal_salah": g(
        _("Angka tidak terbaca"),
        _("“%(nilai)s” bukan angka. Tulis tanpa titik ribuan, misalnya 87,5."),
    ),
    "di_luar_batas": g(
        _("Angka di luar batas"), _("%(kolom)s harus antara %(dari)s dan %(sampai)s, bukan “%(nilai)s”.")
    ),
    "pilihan_salah": g(
        _("Pilihan tidak dikenal"),
        _("“%(nilai)s” tidak dikenal pada %(kolom)s. Isi salah satu: %(pilihan)s."),
    ),
    "ganda": g(
        _("Muncul dua kali di berkas"),
        _("“%(nilai)s” ada juga pada baris %(lain)s. Sisakan satu baris untuk data yang sama."),
    ),
    "sudah_ada": g(
        _("Sudah ada"),
        _(
            "“%(nilai)s” sudah ada, sedangkan berkas ini hanya untuk menambah. Hapus baris ini, atau pilih cara "
            "“tambah atau perbarui”."
        ),
    ),
    "belum_ada": g(
        _("Belum ada"),
        _(
            "“%(nilai)s” belum ada, sedangkan berkas ini hanya untuk memperbarui. Hapus baris ini, atau pilih "
            "cara “tambah atau perbarui”."
        ),
    ),
}


def teks(maks: int) -> Sel:
    """Text of at most so many characters."""

    def baca(isi: str) -> str:
        if len(isi) > maks:
            raise Tolak("terlalu_panjang", maks=maks)
        return isi

    return Sel(f"teks_{maks}", "text", baca, f"length({{t}}) <= {maks}")


TANGGAL = Sel("tanggal", "date", sel.tanggal)
DESIMAL = Sel("desimal", "numeric", sel.desimal)


def bulat(dari: int, sampai: int) -> Sel:
    """A whole number between two, both inside."""

    def baca(isi: str) -> int:
        nilai = sel.bulat(isi)
        if not dari <= nilai <= sampai:
            raise Tolak("di_luar_batas", dari=dari, sampai=sampai)
        return nilai

    return Sel(f"bulat_{dari}_{sampai}", "int", baca)


def desimal(dari: int, sampai: int) -> Sel:
    """A number between two, both inside."""

    def baca(isi: str) -> object:
        nilai = sel.desimal(isi)
        if not dari <= nilai <= sampai:
            raise Tolak("di_luar_batas", dari=dari, sampai=sampai)
        return nilai

    return Sel(f"desimal_{dari}_{sampai}", "numeric", baca)


def pilihan(nama: str, arti: Mapping[str, str], tipe: str = "text") -> Sel:
    """One of several words; `arti` maps each spelling in capitals to its value."""
    semua = ", ".join(dict.fromkeys(arti))

    def baca(isi: str) -> str:
        kunci = " ".join(isi.upper().split())
        if kunci not in arti:
            raise Tolak("pilihan_salah", pilihan=semua)
        return arti[kunci]

    return Sel(f"pilihan_{nama}", tipe, baca)


def baca_dengan(nama: str, tipe: str, baca: Callable[[str], object], pasti: str = "false") -> Sel:
    """A kind of cell of one app, read by its own function."""
    return Sel(nama, tipe, baca, pasti)
