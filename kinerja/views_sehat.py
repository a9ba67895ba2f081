"""Health addresses for proxies and container managers; open to all, they say yes or no and nothing else."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kinerja.sehat import readiness


@require_safe
@never_cache
@login_not_required
def hidup(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers."""
    return JsonResponse({"hidup": True})


@require_safe
@never_cache
@login_not_required
def siap(request: HttpRequest) -> JsonResponse:
    """200 when database, broker and worker answer, else 503; the body says which does not."""
    found = readiness()
    return JsonResponse(found, status=200 if all(found.values()) else 503)
