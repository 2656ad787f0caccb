"""An address with a NUL is answered where it was asked: a problem document by the API, a page by the pages."""

import pytest

pytestmark = pytest.mark.django_db  # the menu of a page names the stories


@pytest.mark.parametrize("path", ["/api/search?q=a%00b", "/api/collections/a%00b"])
def test_the_api_answers_a_nul_with_a_problem_document(client, path):
    response = client.get(path)

    assert response.status_code == 400
    assert response["Content-Type"].startswith("application/problem+json")
    assert response.json()["type"].startswith("/api/problems/")


@pytest.mark.parametrize("path", ["/th/spaces/?q=a%00b", "/en/spaces/a%00b/"])
def test_a_page_answers_a_nul_with_a_page(client, path):
    response = client.get(path)

    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/html")
