"""Runs inside `manage.py shell` of the private map: look-ups, a reviewer, and the token of the reviewer."""

from spaces.models import ApiToken, Role, Subkind, Theme, User

Theme.objects.create(id="crafts", order=1, name_th="งานช่าง", name_en="Crafts")
for collection, subkind in {"amenities": "toilets", "urban-design-zones": "learning-street"}.items():
    Subkind.objects.create(id=subkind, collection=collection, name_th=subkind, name_en=subkind)
reviewer = User.objects.create_user("reviewer", role=Role.REVIEWER)
print(ApiToken.objects.create(user=reviewer, scopes=["read", "write"])[1])  # noqa: T201
