"""What templates say: texts by language, numbers in words, icons."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from frontend import presenting
from frontend.hours import hours_words
from frontend.icons import known_icon

register = template.Library()

register.filter("words", presenting.words)
register.filter("either", presenting.either)
register.filter("duration", presenting.duration)
register.filter("clock", presenting.clock)
register.filter("calendar_day", presenting.calendar_day)
register.filter("hours_words", hours_words)
register.filter("distance", presenting.distance)
register.filter("accuracy", presenting.accuracy)
register.filter("certainty", presenting.certainty)
register.filter("stops_counted", presenting.stops_counted)
register.filter("leg_mode", presenting.leg_mode)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing from the sprite. It never carries the meaning alone, so it is hidden from screen readers."""
    address = f"{static('frontend/icons.svg')}#{known_icon(name)}"
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}"/></svg>', address)
