"""The administration: every table of spaces, in Thai and English. Importing this package registers all of it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from spaces.admin import ageing, any_space, changesets, exact, kinds, learning, lookups, people, registry, tokens

admin.site.site_header = _("Phatthalung learning map: administration")
admin.site.site_title = _("Phatthalung learning map")
admin.site.index_title = _("What there is to look after")

__all__ = ["ageing", "any_space", "changesets", "exact", "kinds", "learning", "lookups", "people", "registry", "tokens"]
