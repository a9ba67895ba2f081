"""All settings, read from the environment. Production fails loudly when something it needs is missing."""

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from kinerja import unfold
from kinerja.log import logging_config

AKAR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(AKAR / ".env")

# Without KINERJA_MODE this is a trial: known key, local addresses only. The container image sets "produksi".
MODE = env("KINERJA_MODE", default="coba")  # coba | produksi
if MODE not in {"coba", "produksi"}:
    raise ImproperlyConfigured(f"KINERJA_MODE must be 'coba' or 'produksi', not {MODE!r}.")
PRODUKSI = MODE == "produksi"
DEBUG = env.bool("DEBUG", default=False)
if PRODUKSI and DEBUG:
    raise ImproperlyConfigured("DEBUG must be off in production.")

DATA_DIR = Path(env("DATA", default=str(AKAR / ".data"))).resolve()


def _wajib(nama: str, bawaan: str) -> str:
    """The variable `nama`; outside production a harmless default, in production an error when missing."""
    if PRODUKSI and not env(nama, default=""):
        raise ImproperlyConfigured(f"{nama} must be set in production (see .env.example).")
    return env(nama, default=bawaan)


SECRET_KEY = _wajib("SECRET_KEY", "hanya-untuk-percobaan-lokal-jangan-dipakai-di-produksi-0123456789")
if PRODUKSI and len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must have at least 50 characters in production.")
ALLOWED_HOSTS = [h for h in _wajib("ALLOWED_HOSTS", "127.0.0.1,localhost,testserver").split(",") if h]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
ALAMAT_DASAR = _wajib("ALAMAT_DASAR", "http://127.0.0.1:8000").rstrip("/")  # in e-mails and on documents

INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "kinerja.konfigurasi_admin.KonfigAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "treebeard",
    "allauth",
    "allauth.account",
    "django_htmx",
    "lucide",
    "csp",
    "inti",
    "pegawai",
    "akses",
    "pemberitahuan",
    "sasaran",
    "pelaksanaan",
    "penilaian",
    "penghargaan",
    "pelatihan",
    "layanan",
    "analitik",
    "kinerja",
]

MIDDLEWARE = [
    "kinerja.log.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "kinerja.middleware.TolakNolMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kinerja.middleware.PadatkanMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kinerja.middleware.BahasaMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "akses.middleware.PenyamaranMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "akses.middleware.PelakuMiddleware",
    "akses.middleware.JejakMiddleware",
    "akses.middleware.WajibGantiSandiMiddleware",
    "kinerja.middleware.TembolokPergiMiddleware",
    "kinerja.middleware.SalahCaraMiddleware",
]

ROOT_URLCONF = "kinerja.urls"
WSGI_APPLICATION = "kinerja.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [AKAR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kinerja.konteks.tampilan",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "inti.templatetags.angka",
                "inti.templatetags.terjemah",
                "kinerja.templatetags.komponen",
                "kinerja.templatetags.formulir",
            ],
        },
    }
]

_wajib("DATABASE_URL", "-")
DATABASES = {"default": env.db_url("DATABASE_URL", default="postgres:///kinerja")}
DATABASES["default"].update(
    ENGINE="django.db.backends.postgresql",
    CONN_MAX_AGE=env.int("CONN_MAX_AGE", default=600),
    CONN_HEALTH_CHECKS=True,
)
# A socket folder (`?host=/folder`) is an option to django-environ and the host to Django and psql.
DATABASES["default"]["HOST"] = (
    DATABASES["default"].get("OPTIONS", {}).pop("host", DATABASES["default"]["HOST"])
)
# PostgreSQL keeps the plans of queries of fixed shape (inti/kueri.py). Off behind a pooler that hands one
# connection to several clients and knows nothing of prepared statements.
if env.bool("KUERI_SIAP", default=True):
    DATABASES["default"].setdefault("OPTIONS", {})["prepare_threshold"] = 1
REDIS_URL = _wajib("REDIS_URL", "redis://127.0.0.1:6379/0")  # the broker
CACHE_URL = _wajib("CACHE_URL", "redis://127.0.0.1:6379/1")  # apart, so that emptying the cache loses no task
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CACHE_URL}}

# --- accounts -------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "akses.Akun"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_ADAPTER = "akses.adapter.AdapterAkun"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no letters to strangers
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # this session stays, all others end
ACCOUNT_SESSION_REMEMBER = False  # office computers are shared: closing the browser logs out
ACCOUNT_FORMS = {
    "login": "akses.forms.FormMasuk",
    "reset_password": "akses.forms.FormLupaSandi",
    "reset_password_from_key": "akses.forms.FormSandiDariTautan",
    "change_password": "akses.forms.FormGantiSandi",
}
# A whole office stands behind one address, so limits per network are wide and those per NIP narrow.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reset_password": "30/m/ip,3/10m/key",
    "reset_password_from_key": "30/m/ip",
    "change_password": "5/m/user",
    "hak_kelola": "5/5m/user",
}
# Seconds for which the right to manage holds in the admin after the password was given (akses/hak_kelola.py).
HAK_KELOLA_DETIK = env.int("HAK_KELOLA_DETIK", default=30 * 60)
# Seconds for which support staff may look at the application as somebody else (akses/penyamaran.py).
PENYAMARAN_DETIK = env.int("PENYAMARAN_DETIK", default=15 * 60)
BATAS_LAJU = {"verifikasi": env("BATAS_VERIFIKASI", default="120/m,2000/h")}  # of a network, on public pages
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
SESSION_COOKIE_AGE = env.int("SESSION_COOKIE_AGE", default=8 * 3600)
SESSION_COOKIE_HTTPONLY = True
SESSION_SAVE_EVERY_REQUEST = False
SESSION_ENGINE = "kinerja.sesi"  # database with the cache in front, which may be away

# --- the web admin --------------------------------------------------------------------------------------
UNFOLD = unfold.UNFOLD

# --- language and time ----------------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", _("Inggris"))]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PRODUKSI
LOCALE_PATHS = [AKAR / "locale"]
FORMAT_MODULE_PATH = ["kinerja.formats"]
TIME_ZONE = "Asia/Jakarta"  # shown to those without a unit; a person sees the zone of his unit
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- files ----------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(DATA_DIR / "static")))
STATICFILES_DIRS = [AKAR / "static"]
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(DATA_DIR / "media")))
MEDIA_URL = ""  # evidence is private: only a view behind the permission serves it
BERKAS_STATIS = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": env("STATIC_STORAGE", default=BERKAS_STATIS)},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
BUKTI_UKURAN_MAKS = env.int("BUKTI_UKURAN_MAKS", default=10 * 1024 * 1024)  # bytes
IMPOR_UKURAN_MAKS = env.int("IMPOR_UKURAN_MAKS", default=600 * 1024 * 1024)  # bytes; a million rows

LAMBANG_SVG = env(
    "LAMBANG_SVG", default=""
)  # file with the emblem that documents carry; none: the name alone

# --- e-mail ---------------------------------------------------------------------------------------------
_wajib("EMAIL_URL", "-")
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
if EMAIL_CONFIG["EMAIL_BACKEND"] == "django.core.mail.backends.console.EmailBackend":
    EMAIL_BACKEND = "kinerja.surel.RingkasBackend"  # the console, without flooding it
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=20)  # seconds; the claim on a message must outlive it
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Kinerja <kinerja@localhost>")

# --- security -------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUKSI
CSRF_COOKIE_HTTPONLY = True
if PRODUKSI:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31536000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_REDIRECT_EXEMPT = [r"^sehat/"]

# --- logs -----------------------------------------------------------------------------------------------
LOGGING = logging_config(json=PRODUKSI, level=env("LOG_LEVEL", default="INFO"))

# --- Celery ---------------------------------------------------------------------------------------------
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=")
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600}
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# Opening a period goes in steps of so many pages of the table of SKPs: 640 are some 25,000 rows, a second.
SIKLUS_HALAMAN_PER_LANGKAH = env.int("SIKLUS_HALAMAN_PER_LANGKAH", default=640)
# Closing goes in steps of so many evaluations, locked in one transaction.
SIKLUS_BARIS_PER_LANGKAH = env.int("SIKLUS_BARIS_PER_LANGKAH", default=25_000)

# Seals what colleagues answer until it is counted. Its own key, so that it can be changed apart from the
# others; keys of the past still open what they sealed until their periods are closed.
REKAN_KUNCI = env("REKAN_KUNCI", default="") or f"rekan:{SECRET_KEY}"
REKAN_KUNCI_LAMA = env.list("REKAN_KUNCI_LAMA", default=[])
