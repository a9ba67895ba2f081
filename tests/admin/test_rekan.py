"""Questions and policy about colleagues in the admin: versions, limits, and nothing of the answers."""

import pytest

from penilaian.models import HasilRekan, JawabanRekan, KebijakanRekan, KuesionerRekan, TugasRekan, UndianRekan
from tests.admin.bantuan import alamat, semua_model
from tests.penilaian.rekan import SAAT_JAWAB, jawab

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def test_answers_requests_and_results_are_not_in_the_admin():
    assert not {JawabanRekan, TugasRekan, HasilRekan} & set(semua_model())


def test_a_version_and_a_policy_that_were_used_are_to_read(tim, masuk, pemeran):
    klien = masuk(pemeran.pengelola_instansi)
    for model in (KuesionerRekan, KebijakanRekan):
        satu = model.objects.get()
        halaman = klien.get(alamat(model, "change", satu.pk))
        assert halaman.status_code == 200
        assert 'name="_save"' not in halaman.content.decode()
        assert klien.post(alamat(model, "change", satu.pk), {"judul": "Lain"}).status_code == 403


def test_a_threshold_under_three_is_refused_with_a_sentence(masuk, pemeran):
    klien = masuk(pemeran.pengelola_instansi)
    isi = {
        "berlaku": "2027-01-01", "aktif": "on", "diminta": "7", "ambang": "2", "beban_maks": "9",
        "kolam_maks": "60", "coret_maks": "2", "hari_coret": "2", "dasar": "SK",
    }  # fmt: skip
    halaman = klien.post(alamat(KebijakanRekan, "add"), isi)
    assert "Ambang tidak boleh kurang dari 3 jawaban." in halaman.content.decode()
    assert klien.post(alamat(KebijakanRekan, "add"), isi | {"ambang": "3"}).status_code == 302
    assert KebijakanRekan.objects.get().ambang == 3


def test_progress_is_not_shown_for_a_few(tim, waktu, masuk, pemeran):
    waktu.move_to(SAAT_JAWAB)
    jawab(tim.tugas()[0])
    klien = masuk(pemeran.pengelola_instansi)
    halaman = klien.get(alamat(UndianRekan, "change", tim.undian.pk)).content.decode()
    assert "Tidak ditampilkan" in halaman
    assert tim.undian.benih not in halaman
