"""Two reviewers decide at the same moment: one of them does."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from proposal_acts import modify, send

from spaces.models import Changeset, WisdomPlace
from spaces.proposals.deciding import ProposalDecided, accept, reject


@pytest.mark.django_db(transaction=True)
def test_a_proposal_is_decided_once(planner, reviewer, library):
    proposal = send(planner, modify(library, contact="074"))
    together = Barrier(4)

    def decide(number):
        together.wait()
        try:
            if number % 2:
                accept(proposal, reviewer=reviewer, revision=1)
            else:
                reject(proposal, reviewer=reviewer, revision=1, reason="No")
        except ProposalDecided:
            return "late"
        finally:
            connection.close()
        return "decided"

    with ThreadPoolExecutor(4) as pool:
        outcomes = sorted(pool.map(decide, range(4)))

    applied = Changeset.objects.get(pk=proposal.pk).state == "applied"
    assert outcomes == ["decided", "late", "late", "late"]
    assert WisdomPlace.objects.get(pk="library").version == (2 if applied else 1)
