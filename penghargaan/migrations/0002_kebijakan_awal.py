"""The policies a new installation starts with, marked as numbers of the application."""

from django.db import migrations

from penghargaan.aturan import bonus, kebijakan


def isi(apps, schema_editor):
    penghargaan = apps.get_model("penghargaan", "KebijakanPenghargaan")
    penghargaan.objects.bulk_create(
        penghargaan(
            jenis=s.jenis,
            nama=s.nama,
            mulai=kebijakan.SEJAK,
            predikat=int(s.predikat),
            tahun=s.tahun,
            predikat_periode=s.periode and int(s.periode),
            ikm=s.ikm,
            hanya_pns=s.hanya_pns,
            dasar=s.dasar,
            bawaan=True,
        )
        for s in kebijakan.BAWAAN
    )
    awal = apps.get_model("penghargaan", "KebijakanBonus").objects.create(
        nama="Bonus kinerja triwulan",
        mulai=bonus.SEJAK,
        dasar=bonus.DASAR,
        persen=bonus.BAWAAN.persen,
        bawaan=True,
    )
    kelas = apps.get_model("penghargaan", "DasarKelas")
    kelas.objects.bulk_create(
        kelas(kebijakan=awal, kelas=k, jumlah=j) for k, j in bonus.BAWAAN.dasar.items()
    )
    bagian = apps.get_model("penghargaan", "BagianPredikat")
    bagian.objects.bulk_create(
        bagian(kebijakan=awal, predikat=p, persen=j) for p, j in bonus.BAWAAN.bagian.items()
    )


class Migration(migrations.Migration):
    dependencies = [("penghargaan", "0001_penghargaan_dan_bonus")]

    operations = [migrations.RunPython(isi, migrations.RunPython.noop)]
