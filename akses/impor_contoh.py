"""The sample file of a kind of data: the columns, one right row, and what belongs into each column."""

import io

from django.utils.translation import gettext as _

from inti.ekspor import tulis_lembar
from inti.impor_jenis import JenisImpor


def contoh_xlsx(jenis: JenisImpor) -> io.BytesIO:
    """An XLSX at its start: first the table to be filled in, then the explanation of its columns."""
    berisi = [k for k in jenis.kolom if k.contoh or k.wajib or k.keterangan] or list(jenis.kolom)
    penjelasan = [
        (
            k.nama,
            _("wajib") if k.wajib else "",
            str(k.keterangan),
            k.contoh,
            ", ".join(k.alias),
        )
        for k in berisi
    ]
    judul = (_("Kolom"), _("Wajib"), _("Isi"), _("Contoh"), _("Boleh juga ditulis"))
    return tulis_lembar(
        [
            (_("Data"), [k.nama for k in berisi], [[k.contoh for k in berisi]]),
            (_("Penjelasan"), judul, penjelasan),
        ]
    )
