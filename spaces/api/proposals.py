"""`/api/proposals`: the queue, one proposal with its differences, and the acts of its author and its reviewer."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.http import Http404, HttpResponse
from rest_framework import serializers
from rest_framework.request import Request

from geo.rest.bodies import MANY
from geo.rest.idempotency import once
from geo.rest.links import address, link, self_and_alternates
from geo.rest.media import JSON, Media
from geo.rest.placing import system_of_body
from geo.rest.preconditions import base_version
from geo.rest.problems import BadParameter
from geo.rest.views.writing import Writes
from geo.texts import Text
from spaces.api import proposal_words as words
from spaces.api.acting import PersonalView, StrictSerializer, StrictText, answer, body, no_parameters
from spaces.api.changeset_body import checked, wanted_change
from spaces.api.documents import changes_of
from spaces.api.refusals import told_to
from spaces.models import KIND_OF, Changeset
from spaces.proposals import deciding, queue, showing
from spaces.proposals.rebasing import MINE, THEIRS
from spaces.submitting import current_rows

DEFAULT_LIMIT, MOST = 50, 200
LONGEST_REASON, LONGEST_COMMENT = 1000, 2000


class ProposalsView(PersonalView):
    """`/api/proposals`: newest first; open ones unless `state` says otherwise."""

    own_parameters = words.QUEUE_PARAMETERS

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        limit, before = _number("limit", asked, DEFAULT_LIMIT), _number("before", asked, None)
        _must_be_one_of("state", asked.get("state"), [*Changeset.State.values, *queue.STATES])
        _must_be_one_of("author", asked.get("author"), ["me"])
        _must_be_one_of("collection", asked.get("collection"), list(KIND_OF))
        found = queue.narrowed(queue.visible_to(request.user), asked, request.user)
        page = queue.listed(found.filter(pk__lt=before) if before else found)[: min(limit or 1, MOST) + 1]
        rows = list(page)
        shown = rows[: min(limit or 1, MOST)]
        links = self_and_alternates(request._request, "proposals", asked, self.offered, JSON)
        if len(rows) > len(shown):
            more = {**asked, "before": str(shown[-1].pk)}
            links.append(link("next", address(request._request, "proposals", more), JSON))
        document = {
            "proposals": [showing.line(proposal) for proposal in shown],
            "numberMatched": found.count(),
            "numberReturned": len(shown),
            "links": links,
        }
        return answer(document)

    def describe_get(self) -> Any:
        return words.list_proposals(self.parameters())


class ProposalView(Writes, PersonalView):
    """`/api/proposals/{id}`: all that it would change, on the map too; its author may put another in its place."""

    http_method_names = ["get", "head", "put", "options"]
    accepted: ClassVar[Mapping[str, Sequence[str]]] = {"PUT": (JSON.type,)}
    limits = MANY

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: Any) -> HttpResponse:
        return shown(request, path["proposal_id"])

    @once
    def put(self, request: Request, proposal_id: int) -> HttpResponse:
        """The body is that of `POST /api/changesets`, made on the spaces as they stand now."""
        user: Any = request.user
        proposal, revision = found(request, proposal_id), base_version(request._request)
        no_parameters(request)
        document = checked(self.document(request))
        wanted = [wanted_change(index, change) for index, change in enumerate(document["changes"])]
        with told_to(user, lambda index: f"/changes/{index}"):
            changes = changes_of(wanted, user, system_of_body(request._request))
            rows = current_rows(changes, user)
            comment = document.get("comment")
            deciding.replace(proposal, changes, rows, user=user, revision=revision, comment=comment)
        return shown(request, proposal_id)

    def describe_get(self) -> Any:
        return words.get_proposal(self.parameters())

    def describe_put(self) -> Any:
        return words.replace_proposal()


class ActView(PersonalView):
    """An act upon a proposal that the person can see."""

    http_method_names = ["post", "options"]


class CommentsView(ActView):
    @once
    def post(self, request: Request, proposal_id: int) -> HttpResponse:
        proposal = found(request, proposal_id)
        text = body(request, Comment)["text"]
        comment = deciding.say(proposal, author=request.user, text=text)  # type: ignore[arg-type]
        document = {"author": comment.author.username, "text": comment.text, "created_at": comment.created_at}
        return answer(document, status=201, Location=address(request._request, f"proposals/{proposal.pk}"))

    def describe_post(self) -> Any:
        return words.comment_on_proposal()


class ApplyView(ActView):
    @once
    def post(self, request: Request, proposal_id: int) -> HttpResponse:
        proposal = found(request, proposal_id)
        wanted = body(request, Acceptance)
        deciding.accept(
            proposal,
            reviewer=request.user,  # type: ignore[arg-type]
            revision=base_version(request._request),
            resolutions=wanted.get("resolutions"),
            reason=wanted.get("reason", ""),
        )
        return shown(request, proposal_id)

    def describe_post(self) -> Any:
        return words.apply_proposal()


class RejectView(ActView):
    @once
    def post(self, request: Request, proposal_id: int) -> HttpResponse:
        proposal = found(request, proposal_id)
        reason = body(request, Rejection)["reason"]
        deciding.reject(proposal, reviewer=request.user, revision=base_version(request._request), reason=reason)  # type: ignore[arg-type]
        return shown(request, proposal_id)

    def describe_post(self) -> Any:
        return words.reject_proposal()


class WithdrawView(ActView):
    @once
    def post(self, request: Request, proposal_id: int) -> HttpResponse:
        proposal = found(request, proposal_id)
        body(request, StrictSerializer)
        deciding.withdraw(proposal, user=request.user)  # type: ignore[arg-type]
        return shown(request, proposal_id)

    def describe_post(self) -> Any:
        return words.withdraw_proposal()


def found(request: Request, proposal_id: int) -> Changeset:
    """The proposal, if this person may see it. Raises Http404."""
    proposal = queue.visible_to(request.user).filter(pk=proposal_id).first()
    if proposal is None:
        raise Http404
    return proposal


def shown(request: Request, proposal_id: int) -> HttpResponse:
    """The proposal as it stands now, with its revision as ETag."""
    proposal = queue.listed(queue.visible_to(request.user)).filter(pk=proposal_id).first()
    if proposal is None:
        raise Http404
    document = showing.in_full(proposal, request.user)  # type: ignore[arg-type]
    return answer(document, ETag=f'"{proposal.revision}"')


class Comment(StrictSerializer):
    text = StrictText(max_length=LONGEST_COMMENT)


class Rejection(StrictSerializer):
    reason = StrictText(max_length=LONGEST_REASON)


class Acceptance(StrictSerializer):
    """`resolutions`: for the change with this index, mine or theirs by field."""

    reason = StrictText(max_length=LONGEST_REASON, required=False, allow_blank=True)
    resolutions = serializers.DictField(
        child=serializers.DictField(child=serializers.ChoiceField([MINE, THEIRS])), required=False
    )


def _number(name: str, asked: dict[str, str], default: int | None) -> int | None:
    value = asked.get(name)
    if value is None:
        return default
    if not value.isascii() or not value.isdecimal() or not 1 <= int(value[:19]) < 2**62:
        raise BadParameter(name, Text(f"{name} ต้องเป็นจำนวนเต็มตั้งแต่ 1", f"{name} is a whole number from 1."))
    return int(value[:19])


def _must_be_one_of(name: str, value: str | None, known: list[str]) -> None:
    if value is not None and value not in known:
        raise BadParameter(name, Text(f"เลือกได้: {', '.join(known)}", f"One of {', '.join(known)}."))
