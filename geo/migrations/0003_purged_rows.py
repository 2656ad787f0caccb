"""A line for every row deleted for good; the log of commits only grows."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("geo", "0002_indian_1975"),
    ]

    operations = [
        migrations.CreateModel(
            name="PurgedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table_name", models.CharField(max_length=63)),
                ("key", models.CharField(max_length=80, null=True)),
                ("version", models.IntegerField(null=True)),
                ("changeset_id", models.BigIntegerField(help_text="the changeset that says why; 0 for none")),
                ("purged_by", models.CharField(help_text="the database user", max_length=63)),
                ("purged_at", models.DateTimeField()),
            ],
        ),
        migrations.AddIndex(
            model_name="changelog",
            index=models.Index(fields=["collection", "changeset_id", "n"], name="geo_changelog_changeset"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="changelog",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="a48109721fc0874de8106e8cc43e75d8eb436640",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a9886",
                    table="geo_changelog",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="purgedrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="b2e4036ed216d945729544e0bd6bc4971d413165",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4a8a5",
                    table="geo_purgedrow",
                    when="BEFORE",
                ),
            ),
        ),
    ]
