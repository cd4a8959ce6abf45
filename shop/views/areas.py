"""The list behind the address picker."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control

from places.queries import areas_as_rows


@cache_control(public=True, max_age=86400)
def areas(_request: HttpRequest) -> JsonResponse:
    """Rows of code, name, code above, level; a day in the browser's cache. One statement."""
    return JsonResponse(areas_as_rows(), safe=False, json_dumps_params={"ensure_ascii": False})
