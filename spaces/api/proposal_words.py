"""What `/api/proposals` tells OpenAPI about itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from geo.rest.describing import Operation, answers, operation, parameter, ref
from geo.rest.media import JSON
from geo.rest.writing_describing import KEY
from spaces.api.acting import IF_MATCH, SIGNED_IN, TEXT, act, path_parameter
from spaces.models import KIND_OF, Changeset
from spaces.proposals.queue import STATES

TAG = "Proposals"
WHOLE = {"type": "integer", "minimum": 1}
QUEUE_PARAMETERS: tuple[Mapping[str, Any], ...] = (
    parameter(
        "state",
        "Open ones unless given; decided for applied and rejected ones, any for all.",
        {"type": "string", "enum": [*Changeset.State.values, *STATES], "default": "proposed"},
    ),
    parameter("author", "Only your own.", {"type": "string", "enum": ["me"]}),
    parameter("collection", "Only those that touch this collection.", {"type": "string", "enum": list(KIND_OF)}),
    parameter("space", "Only those that touch the space of this id.", TEXT),
    parameter("partner", "Only those that touch spaces of this partner.", TEXT),
    parameter("source", "Only those that came this way: api, admin, resident …", TEXT),
    parameter("limit", "Proposals on a page; more than 200 means 200.", {**WHOLE, "default": 50}),
    parameter("before", "Only those with a smaller id; taken from a next link.", WHOLE),
)
ID = path_parameter("proposal_id", {"type": "integer", "minimum": 0}, "The id of the proposal.")
HIDDEN = {"404": "There is no such proposal, or it is not for you to see."}
DECIDED = {"409": "It is decided already, or others changed the same fields: `conflicts` lists them."}
PRECONDITION = {"412": "Its author has replaced it since.", "428": "If-Match is missing."}
SHOWN = {"200": ("The proposal.", "Proposal")}
REASON = {"type": "string", "maxLength": 1000}


def list_proposals(parameters: Iterable[Mapping[str, Any]]) -> Operation:
    answer = answers((JSON,), ref("Proposals"), description="A page of the queue, newest first.")
    return operation(
        "listProposals", "Proposals waiting or decided", TAG, answer=answer, parameters=parameters, problems=SIGNED_IN
    )


def get_proposal(parameters: Iterable[Mapping[str, Any]]) -> Operation:
    answer = answers((JSON,), ref("Proposal"), description="The proposal with its differences.")
    answer["headers"] = {"ETag": {"description": "The revision.", "schema": TEXT}}
    return operation(
        "getProposal",
        "One proposal: what it changes, in words and on the map",
        TAG,
        answer=answer,
        parameters=[ID, *parameters],
        problems={**SIGNED_IN, **HIDDEN},
    )


def replace_proposal() -> Operation:
    takes = ref("NewChangeset")
    changed = {"404": "There is no such proposal or space, or it is not for you to see."}
    return act(
        "replaceProposal",
        "Put other changes in the place of those one has proposed",
        TAG,
        gives=SHOWN,
        takes=takes,
        **_about({**_PROBLEMS, **changed, "422": "The changes are not valid: `errors` names each fault."}, IF_MATCH),
    )


def comment_on_proposal() -> Operation:
    takes = _body({"text": {"type": "string", "minLength": 1, "maxLength": 2000}}, required=["text"])
    gives = {"201": ("The comment.", "ProposalComment")}
    return act("commentOnProposal", "Say something about it", TAG, gives=gives, takes=takes, **_about(HIDDEN))


def apply_proposal() -> Operation:
    chosen = {"type": "object", "additionalProperties": {"type": "string", "enum": ["mine", "theirs"]}}
    resolutions = {
        "type": "object",
        "additionalProperties": chosen,
        "description": "Where others changed the same: whose value holds, by index of the change and field.",
    }
    takes = _body({"reason": REASON, "resolutions": resolutions})
    return act(
        "applyProposal",
        "Apply it, as its author's changeset",
        TAG,
        gives=SHOWN,
        takes=takes,
        **_about(_PROBLEMS, IF_MATCH),
    )


def reject_proposal() -> Operation:
    takes = _body({"reason": {**REASON, "minLength": 1}}, required=["reason"])
    return act(
        "rejectProposal", "Reject it, with the reason", TAG, gives=SHOWN, takes=takes, **_about(_PROBLEMS, IF_MATCH)
    )


def withdraw_proposal() -> Operation:
    return act(
        "withdrawProposal", "Withdraw one's own", TAG, gives=SHOWN, takes=_body({}), **_about({**HIDDEN, **DECIDED})
    )


def _body(properties: Mapping[str, Any], required: Iterable[str] = ()) -> dict[str, Any]:
    found = {"type": "object", "additionalProperties": False, "properties": dict(properties)}
    return {**found, **({"required": list(required)} if required else {})}


def _about(problems: Mapping[str, str], *headers: Mapping[str, Any]) -> dict[str, Any]:
    return {"parameters": [ID, *headers, KEY], "problems": dict(problems)}


_PROBLEMS = {**HIDDEN, **DECIDED, **PRECONDITION}

_WHEN = {"type": "string", "format": "date-time"}
_OR_NULL = {"type": "string", "nullable": True}
_VALUE: dict[str, Any] = {"nullable": True}
_PAIR = {"type": "object", "required": ["before", "after"], "properties": {"before": _VALUE, "after": _VALUE}}
_LINE: dict[str, Any] = {
    "id": {"type": "integer"},
    "state": {"type": "string", "enum": list(Changeset.State.values)},
    "revision": {"type": "integer", "minimum": 1},
    "author": _OR_NULL,
    "source": TEXT,
    "comment": TEXT,
    "created_at": _WHEN,
    "reviewed_by": _OR_NULL,
    "reviewed_at": {**_WHEN, "nullable": True},
    "reason": TEXT,
}
_COUNT = {"type": "integer", "minimum": 0}
_PARTNERS = {"type": "array", "items": TEXT, "description": "Whose spaces it touches, by id."}
_CONFLICT = {
    "type": "object",
    "required": ["change", "collection", "id", "field", "base", "mine", "theirs"],
    "properties": {
        "change": _COUNT,
        "collection": TEXT,
        "id": TEXT,
        "field": TEXT,
        "base": _VALUE,
        "mine": _VALUE,
        "theirs": _VALUE,
    },
}
_CHANGE = {
    "type": "object",
    "required": ["action", "collection", "id", "base_version", "stale", "gone", "attributes", "geometry", "conflicts"],
    "properties": {
        "action": {"type": "string", "enum": ["create", "modify", "delete"]},
        "collection": {"type": "string", "enum": list(KIND_OF)},
        "id": TEXT,
        "base_version": {"type": "integer", "nullable": True},
        "current_version": {"type": "integer", "nullable": True},
        "name": {"type": "object", "properties": {"th": _OR_NULL, "en": _OR_NULL}},
        "stale": {"type": "boolean", "description": "The space has changed since; it is rebased when applied."},
        "gone": {"type": "boolean", "description": "The space was deleted since."},
        "attributes": {
            "type": "object",
            "additionalProperties": _PAIR,
        },
        "geometry": {"allOf": [ref("GeometryDifference")], "nullable": True},
        "conflicts": {"type": "array", "items": _CONFLICT},
    },
}
_COMMENT = {
    "type": "object",
    "required": ["author", "text", "created_at"],
    "properties": {"author": TEXT, "text": TEXT, "created_at": _WHEN},
}
_SHORT = {
    "type": "object",
    "required": [*_LINE, "partners", "changes", "comments"],
    "properties": {**_LINE, "partners": _PARTNERS, "changes": _COUNT, "comments": _COUNT},
}
SCHEMAS: dict[str, Any] = {
    "ProposalComment": _COMMENT,
    "Proposals": {
        "type": "object",
        "required": ["proposals", "numberMatched", "numberReturned", "links"],
        "properties": {
            "proposals": {"type": "array", "items": _SHORT},
            "numberMatched": _COUNT,
            "numberReturned": _COUNT,
            "links": {"type": "array", "items": ref("Link")},
        },
    },
    "Proposal": {
        "type": "object",
        "required": [*_LINE, "partners", "may_decide", "mine", "note", "contact", "changes", "comments"],
        "properties": {
            **_LINE,
            "partners": _PARTNERS,
            "may_decide": {"type": "boolean"},
            "mine": {"type": "boolean", "description": "You are its author: you may withdraw it while it waits."},
            "note": {**_OR_NULL, "description": "What a resident wrote; erased when it is decided."},
            "contact": {**_OR_NULL, "description": "Of a resident, for reviewers, until the proposal is decided."},
            "changes": {"type": "array", "items": _CHANGE},
            "comments": {"type": "array", "items": _COMMENT},
        },
    },
}
