"""Addresses under `/api/` that only spaces have."""

from django.urls import path

from spaces.api import acts, changes, changesets, closures, proposals, restoring, session, sightings, zone_report
from spaces.models import KIND_OF
from spaces.reshaping.doing import ACTS

urlpatterns = [
    *(path(f"acts/{act}", acts.ActView.as_view(act=act)) for act in ACTS),
    path("changes", changes.ChangesView.as_view()),
    path("changesets", changesets.ChangesetsView.as_view()),
    path("changesets/<int:changeset_id>", changesets.ChangesetView.as_view()),
    path("changesets/<int:changeset_id>/undo", restoring.UndoChangesetView.as_view()),
    *(
        path(f"collections/{kind}/items/<str:feature_id>/{act}", view.as_view(kind=kind))
        for kind in KIND_OF
        for act, view in {"restore": restoring.RestoreView, "undo": restoring.UndoView}.items()
    ),
    path("proposals", proposals.ProposalsView.as_view()),
    path("proposals/<int:proposal_id>", proposals.ProposalView.as_view()),
    path("proposals/<int:proposal_id>/comments", proposals.CommentsView.as_view()),
    path("proposals/<int:proposal_id>/apply", proposals.ApplyView.as_view()),
    path("proposals/<int:proposal_id>/reject", proposals.RejectView.as_view()),
    path("proposals/<int:proposal_id>/withdraw", proposals.WithdrawView.as_view()),
    path("collections/urban-design-zones/items/<str:feature_id>/report", zone_report.ZoneReportView.as_view()),
    path("collections/street-art-walls/items/<str:feature_id>/sightings", sightings.SightingsView.as_view()),
    path("closures", closures.ClosuresView.as_view()),
    path("closures/<int:closure_id>", closures.ClosureView.as_view()),
    path("session", session.SessionView.as_view()),
]
