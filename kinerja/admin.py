"""What other packages register for themselves does not know the permission matrix, so it is taken back."""

from django.contrib import admin

for _model in list(admin.site._registry):
    if not type(admin.site._registry[_model]).__module__.startswith(
        (
            "akses.",
            "pemberitahuan.",
            "sasaran.",
            "pelaksanaan.",
            "penilaian.",
            "penghargaan.",
            "layanan.",
            "pelatihan.",
            "kinerja.",
        )
    ):
        admin.site.unregister(_model)
