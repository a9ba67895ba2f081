"""What waits for a decision, as far as its reader may know of it."""

from akses.services import pelaku_dari
from analitik.services.keputusan import menunggu
from penghargaan.services.penghargaan_usulan import periksa
from tests.penghargaan.bahan import usul


def test_a_nominee_does_not_learn_of_it_from_the_dashboard(pemeran, siklus):
    """Until it is decided his own nomination is nowhere for him, whatever role he has."""
    satu = periksa(usulan=usul(pemeran, siklus), oleh=pemeran.pengelola_instansi)
    auditor = pelaku_dari(pemeran.auditor)
    assert list(menunggu("penghargaan", auditor, satu.unit)) == [satu]
    type(satu).objects.filter(pk=satu.pk).update(pegawai=pemeran.auditor)
    assert list(menunggu("penghargaan", auditor, satu.unit)) == []
