import stat

import pytest
from django.core.management import call_command

from spaces.models import Role, User


@pytest.mark.django_db
def test_each_role_gets_one_account_whose_password_stands_in_a_private_file(tmp_path, settings, client):
    settings.LOCAL_DIR = tmp_path
    call_command("demo_logins", verbosity=0)
    call_command("demo_logins", verbosity=0)

    lines = (tmp_path / "demo-logins.txt").read_text().splitlines()
    assert {line.split("\t")[0] for line in lines} == {
        "planner",
        "reviewer",
        "coach",
        "publicworks",
        "teacher",
        "admin",
    }
    assert len(lines) == 6
    assert stat.S_IMODE((tmp_path / "demo-logins.txt").stat().st_mode) == 0o600
    name, password = lines[0].split("\t")
    assert client.login(username=name, password=password)
    assert User.objects.get(username="admin").role == Role.ADMIN
