"""A text that exists in both languages of the product."""

from typing import NamedTuple

from django.utils.translation import get_language


class Text(NamedTuple):
    th: str
    en: str

    def in_language(self, language: str | None = None) -> str:
        """Thai unless the language (default: the active one) is another."""
        chosen = language if language is not None else get_language() or "th"
        return self.th if chosen.startswith("th") else self.en

    def as_dict(self) -> dict[str, str]:
        return {"th": self.th, "en": self.en}
