"""What review tells the API: the HTTP status of what it refuses (RFC 9457), and the schemas of what it shows."""

from geo.rest.openapi import contribute
from geo.rest.problems import register
from geo.texts import Text
from spaces.api.acting import PreconditionMissing
from spaces.api.proposal_words import SCHEMAS
from spaces.proposals.deciding import ProposalChanged, ProposalDecided
from spaces.proposals.rebasing import ProposalConflicts, SpaceGone


def register_problems() -> None:
    """Enters them into the one table."""
    contribute(SCHEMAS)
    register(ProposalDecided, 409, "proposal-decided", Text("ข้อเสนอนี้ตัดสินแล้ว", "The proposal is decided"))
    register(ProposalConflicts, 409, "proposal-conflicts", Text("มีผู้แก้ไขช่องเดียวกัน", "Others changed the same"))
    register(SpaceGone, 409, "space-gone", Text("พื้นที่นี้ถูกลบไปแล้ว", "The space was deleted"))
    register(ProposalChanged, 412, "proposal-changed", Text("ข้อเสนอเปลี่ยนไปแล้ว", "The proposal has changed"))
    register(PreconditionMissing, 428, "precondition-required", Text("ต้องส่ง If-Match", "If-Match is required"))
