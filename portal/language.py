"""The language of an answer follows from its path alone, so that one address always has the same bytes."""

from django.utils import translation

STAFF = "/quan-tri/"


class LanguageByPath:
    """`/en/…` is English, staff pages follow the account, everything else is Vietnamese."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with translation.override(language_of(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response


def language_of(request) -> str:
    if request.path_info.startswith(STAFF):
        return getattr(request.user, "language", "vi") or "vi"
    return "en" if request.path_info == "/en" or request.path_info.startswith("/en/") else "vi"
