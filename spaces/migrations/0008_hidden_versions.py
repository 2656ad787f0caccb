"""Which changesets made versions that were never public: asked for each comment that is told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("spaces", "0007_resident_words"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="amenityevent",
            index=models.Index(
                condition=models.Q(("status", "published"), _negated=True),
                fields=["changeset"],
                name="amenityevent_hidden",
            ),
        ),
        migrations.AddIndex(
            model_name="heritagesiteevent",
            index=models.Index(
                condition=models.Q(("status", "published"), _negated=True),
                fields=["changeset"],
                name="heritagesiteevent_hidden",
            ),
        ),
        migrations.AddIndex(
            model_name="streetartwallevent",
            index=models.Index(
                condition=models.Q(("status", "published"), _negated=True),
                fields=["changeset"],
                name="streetartwallevent_hidden",
            ),
        ),
        migrations.AddIndex(
            model_name="urbandesignzoneevent",
            index=models.Index(
                condition=models.Q(("status", "published"), _negated=True),
                fields=["changeset"],
                name="urbandesignzoneevent_hidden",
            ),
        ),
        migrations.AddIndex(
            model_name="wisdomplaceevent",
            index=models.Index(
                condition=models.Q(("status", "published"), _negated=True),
                fields=["changeset"],
                name="wisdomplaceevent_hidden",
            ),
        ),
    ]
