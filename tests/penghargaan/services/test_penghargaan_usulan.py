"""From nomination to certificate, what is refused on the way, and the ledger that nobody rewrites."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction

from akses.enums import Peran
from akses.models import PenugasanPeran
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan, Pesan
from penghargaan.models import BukuPenghargaan, KandidatPenghargaan, UsulanPenghargaan
from penghargaan.services.penghargaan_halangan import benturan_usulan
from penghargaan.services.penghargaan_sertifikat import pdf_sertifikat, sertifikat
from penghargaan.services.penghargaan_usulan import (
    atur_pengumuman,
    cabut,
    gugurkan,
    periksa,
    putuskan,
    serahkan,
    tarik,
    tolak,
    usulkan,
)
from tests.penghargaan.bahan import ISI, NOMOR, calon, diberikan, diserahkan, usul


def _kode(panggil, **isi):
    with pytest.raises(TransisiDitolak) as ditolak:
        panggil(**isi)
    return ditolak.value.kode


def test_from_nomination_to_certificate(pemeran, siklus):
    satu = diserahkan(pemeran, siklus)
    assert (satu.status, satu.pemeriksa, satu.pemutus) == (
        "diserahkan", pemeran.pengelola_instansi, pemeran.pimpinan,
    )  # fmt: skip
    assert [r.aksi for r in satu.riwayat.all()] == ["usulkan", "periksa", "putuskan", "serahkan"]
    assert [(b.jumlah, b.keterangan) for b in satu.buku.all()] == [(1, ISI["untuk"])]
    dokumen = sertifikat(satu)
    assert (dokumen.pemegang, dokumen.keadaan) == ("Ratna Wulandari", "berlaku")
    assert dict(dokumen.ringkas)["Nomor keputusan"] == NOMOR
    assert dokumen.data["instansi"] == "Pemerintah Kabupaten Asri Mulya"
    assert dokumen.data["penanda_tangan"]["jabatan"] == "Analis Kependudukan"
    assert pdf_sertifikat(satu).startswith(b"%PDF")
    pesan = Pesan.objects.get(jenis=JenisPesan.PENGHARGAAN_DIBERIKAN)
    assert (pesan.penerima, pesan.data["penghargaan"]) == (pemeran.ratna, "Pegawai teladan")


def test_a_candidate_is_nominated_once_until_it_failed(pemeran, siklus):
    satu = usul(pemeran, siklus)
    assert _kode(usulkan, kandidat=satu.kandidat, oleh=pemeran.kadis, **ISI) == "status"
    gugurkan(usulan=satu, oleh=pemeran.pengelola_instansi, catatan="Bukti belum cukup.")
    pesan = Pesan.objects.get(jenis=JenisPesan.PENGHARGAAN_DITOLAK)
    assert (pesan.penerima, pesan.data["catatan"]) == (pemeran.kabid, "Bukti belum cukup.")
    assert usulkan(kandidat=satu.kandidat, oleh=pemeran.kadis, **ISI).status == "diusulkan"


def test_nobody_nominates_himself(pemeran, siklus):
    satu = calon(pemeran.pengelola_instansi, siklus)
    assert _kode(usulkan, kandidat=satu, oleh=pemeran.pengelola_instansi, **ISI) == "benturan"


def test_a_stranger_does_not_nominate(pemeran, siklus):
    with pytest.raises(PermissionDenied):
        usulkan(kandidat=calon(pemeran.ratna, siklus), oleh=pemeran.rudi, **ISI)


def test_whom_the_nominee_assesses_does_not_nominate_him(pemeran, siklus):
    """Kadis assesses the HR person of his own department."""
    satu = calon(pemeran.kadis, siklus)
    assert _kode(usulkan, kandidat=satu, oleh=pemeran.pengelola_opd, **ISI) == "benturan"


def test_the_nominator_does_not_check(pemeran, siklus, pemeriksa):
    satu = usulkan(kandidat=calon(pemeran.ratna, siklus), oleh=pemeran.pengelola_instansi, **ISI)
    assert _kode(periksa, usulan=satu, oleh=pemeran.pengelola_instansi) == "benturan"
    assert periksa(usulan=satu, oleh=pemeriksa).status == "diperiksa"


def test_the_nominee_does_not_check_or_decide_for_himself(pemeran, siklus, pemeriksa):
    satu = usulkan(kandidat=calon(pemeriksa, siklus), oleh=pemeran.kadis_lain, **ISI)
    assert _kode(periksa, usulan=satu, oleh=pemeriksa) == "benturan"


def test_the_checker_does_not_decide(pemeran, siklus):
    PenugasanPeran.objects.create(
        pegawai=pemeran.pimpinan, peran=Peran.PENGELOLA_INSTANSI, mulai=date(2022, 1, 1)
    )
    satu = periksa(usulan=usul(pemeran, siklus), oleh=pemeran.pimpinan)
    isi = {"usulan": satu, "oleh": pemeran.pimpinan}
    assert _kode(putuskan, nomor_keputusan=NOMOR, **isi) == "benturan"
    assert _kode(tolak, catatan="tidak", **isi) == "benturan"


def test_a_leader_of_one_department_is_not_the_ppk(pemeran, siklus):
    satu = periksa(usulan=usul(pemeran, siklus), oleh=pemeran.pengelola_instansi)
    dinas = pemeran.kadis.atasan.unit
    PenugasanPeran.objects.create(
        pegawai=pemeran.auditor, peran=Peran.PIMPINAN, unit=dinas, mulai=date(2022, 1, 1)
    )
    with pytest.raises(PermissionDenied):
        putuskan(usulan=satu, oleh=pemeran.auditor, nomor_keputusan=NOMOR)


def test_the_database_refuses_two_hats_too(pemeran, siklus):
    satu = usul(pemeran, siklus)
    with pytest.raises(IntegrityError, match="usulan_tiga_orang"), transaction.atomic():
        UsulanPenghargaan.objects.filter(pk=satu.pk).update(
            pemeriksa=pemeran.kabid, diperiksa_pada=satu.diusulkan_pada
        )


@pytest.mark.parametrize("tahap", ["usul", "periksa", "putus"])
def test_running_discipline_blocks_every_step(pemeran, siklus, tahap):
    satu = calon(pemeran.ratna, siklus) if tahap == "usul" else usul(pemeran, siklus)
    if tahap == "putus":
        satu = periksa(usulan=satu, oleh=pemeran.pengelola_instansi)
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum="15")
    if tahap == "usul":
        assert _kode(usulkan, kandidat=satu, oleh=pemeran.kabid, **ISI) == "sanksi"
    elif tahap == "periksa":
        assert _kode(periksa, usulan=satu, oleh=pemeran.pengelola_instansi) == "sanksi"
        assert gugurkan(usulan=satu, oleh=pemeran.pengelola_instansi, catatan="x").status == "ditolak"
    else:
        assert _kode(putuskan, usulan=satu, oleh=pemeran.pimpinan, nomor_keputusan=NOMOR) == "sanksi"
    assert not BukuPenghargaan.objects.exists()


def test_whoever_may_not_read_of_sanctions_is_not_told_of_one_here(pemeran, siklus):
    satu = calon(pemeran.ratna, siklus)
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum="15")
    with pytest.raises(TransisiDitolak) as ditolak:
        usulkan(kandidat=satu, oleh=pemeran.pengelola_opd, **ISI)
    assert "belum dapat diberi" in ditolak.value.alasan
    assert "disiplin" not in ditolak.value.alasan
    with pytest.raises(TransisiDitolak, match="hukuman disiplin"):
        usulkan(kandidat=satu, oleh=pemeran.kabid, **ISI)


def test_a_decision_needs_its_number(pemeran, siklus):
    satu = periksa(usulan=usul(pemeran, siklus), oleh=pemeran.pengelola_instansi)
    assert _kode(putuskan, usulan=satu, oleh=pemeran.pimpinan, nomor_keputusan="  ") == "nomor"


def test_a_declared_tie_is_told_but_does_not_block(pemeran, siklus):
    satu = usulkan(
        kandidat=calon(pemeran.ratna, siklus), oleh=pemeran.kabid, hubungan="Saudara sepupu", **ISI
    )
    assert [(b.menghalangi, str(b.isi)) for b in benturan_usulan(satu)] == [
        (False, "Pengusul menyatakan ada hubungan: Saudara sepupu")
    ]


def test_only_the_nominator_takes_it_back(pemeran, siklus):
    satu = usul(pemeran, siklus)
    with pytest.raises(PermissionDenied):
        tarik(usulan=satu, oleh=pemeran.kadis, catatan="x")
    assert tarik(usulan=satu, oleh=pemeran.kabid, catatan="Salah orang").status == "batal"


def test_taking_back_is_a_counter_entry_and_the_certificate_says_so(pemeran, siklus):
    satu = cabut(usulan=diserahkan(pemeran, siklus), oleh=pemeran.pimpinan, catatan="Data keliru")
    assert [(b.jumlah, b.membalik_id is not None) for b in satu.buku.all()] == [(1, False), (-1, True)]
    assert (sertifikat(satu).keadaan, sertifikat(satu).alasan_cabut) == ("dicabut", "Data keliru")
    assert Pesan.objects.get(jenis=JenisPesan.PENGHARGAAN_DICABUT).penerima == pemeran.ratna


def test_the_ledger_is_written_once(pemeran, siklus):
    diberikan(pemeran, siklus)
    for coba in (
        lambda: BukuPenghargaan.objects.update(keterangan="x"),
        BukuPenghargaan.objects.all().delete,
    ):
        with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
            coba()
    kedua = BukuPenghargaan.objects.get()
    kedua.pk = None
    with pytest.raises(IntegrityError, match="buku_satu_pemberian"), transaction.atomic():
        kedua.save(force_insert=True)


def test_the_receiver_alone_says_whether_it_is_announced(pemeran, siklus):
    satu = diserahkan(pemeran, siklus)
    with pytest.raises(PermissionDenied):
        atur_pengumuman(usulan=satu, oleh=pemeran.kabid, umumkan=False)
    atur_pengumuman(usulan=satu, oleh=pemeran.ratna, umumkan=False)
    assert not UsulanPenghargaan.objects.diumumkan().exists()
    assert satu.riwayat.last().aksi == "jangan_umumkan"


def test_an_unsuccessful_decision_leaves_nothing(pemeran, siklus):
    satu = usul(pemeran, siklus)
    assert _kode(putuskan, usulan=satu, oleh=pemeran.pimpinan, nomor_keputusan=NOMOR) == "status"
    assert sertifikat(satu) is None
    assert not BukuPenghargaan.objects.exists()
    with pytest.raises(PermissionDenied):
        serahkan(usulan=satu, oleh=pemeran.kabid)
    assert KandidatPenghargaan.objects.count() == 1
