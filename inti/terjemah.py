"""The display boundary of the pure rules: their sentences in the language of the reader."""

from django.utils.translation import gettext

from inti.tanda import Kalimat, isi_galat


def t(pesan: object) -> str:
    """A sentence, a marked word or the sentence of an exception in the active language.

    Values inside a sentence are translated only when they are sentences: what people typed stays theirs.
    """
    if isinstance(pesan, Exception):
        pesan = isi_galat(pesan)
    if isinstance(pesan, Kalimat):
        isian = {k: t(v) if isinstance(v, Kalimat) else v for k, v in (pesan.isian or {}).items()}
        teks = gettext(pesan.templat)
        return teks % isian if isian else teks
    teks = str(pesan)
    return gettext(teks) if teks else ""
