"""Opening hours (OSM syntax) as people say them. What the words do not know stays as it was written."""

import re

from django.utils.translation import gettext, pgettext

PART = re.compile(r"\b(?:PH off|PH|off|24/7|Mo|Tu|We|Th|Fr|Sa|Su)\b")


def hours_words(text: str) -> str:
    """`We-Su 09:00-16:00; PH off` as `Wed–Sun 09:00–16:00 · closed on public holidays`."""
    spoken = vocabulary()
    said = PART.sub(lambda match: spoken[match.group()], text)
    return re.sub(r"\s*;\s*", " · ", said).replace("-", "–").replace(",", ", ").replace(",  ", ", ")


def vocabulary() -> dict[str, str]:
    return {
        "PH off": gettext("closed on public holidays"),
        "PH": gettext("public holidays"),
        "off": gettext("closed"),
        "24/7": gettext("always"),
        "Mo": pgettext("weekday", "Mon"),
        "Tu": pgettext("weekday", "Tue"),
        "We": pgettext("weekday", "Wed"),
        "Th": pgettext("weekday", "Thu"),
        "Fr": pgettext("weekday", "Fri"),
        "Sa": pgettext("weekday", "Sat"),
        "Su": pgettext("weekday", "Sun"),
    }
