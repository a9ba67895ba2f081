"""Entry of the reference for the server software."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.acuan.settings"

application = get_wsgi_application()
