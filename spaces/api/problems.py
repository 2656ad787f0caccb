"""What these resources tell the API: the HTTP status of what they refuse (RFC 9457), the schemas of what they show."""

from geo.acts import ActImpossible
from geo.rest.openapi import contribute
from geo.rest.problems import register
from geo.texts import Text
from spaces.api.act_words import SCHEMAS as ACTS
from spaces.api.acts import ActRefused
from spaces.api.ageing_words import SCHEMAS as AGEING
from spaces.api.changes_words import SCHEMAS as CHANGES
from spaces.api.changeset_words import SCHEMAS as CHANGESETS
from spaces.api.proposal_words import SCHEMAS as PROPOSALS
from spaces.api.restoring_words import SCHEMAS as RESTORING
from spaces.api.session import SCHEMAS as SESSION
from spaces.api.session import WrongLogin
from spaces.proposals.deciding import ProposalChanged, ProposalDecided
from spaces.proposals.rebasing import ProposalConflicts, SpaceGone
from spaces.restoring import IsDeletion, NothingToUndo, TooMuchToUndo, UndoConflicts
from spaces.trying import TooManyTries


def register_problems() -> None:
    """Enters them into the one table."""
    contribute(CHANGES | RESTORING | ACTS)
    contribute(PROPOSALS | SESSION | AGEING | CHANGESETS)
    register(WrongLogin, 401, "wrong-login", Text("เข้าสู่ระบบไม่สำเร็จ", "Log-in failed"))
    register(TooManyTries, 429, "too-many-requests", Text("ส่งคำขอถี่เกินไป", "Too many requests"))
    register(ProposalDecided, 409, "proposal-decided", Text("ข้อเสนอนี้ตัดสินแล้ว", "The proposal is decided"))
    register(ProposalConflicts, 409, "proposal-conflicts", Text("มีผู้แก้ไขช่องเดียวกัน", "Others changed the same"))
    register(SpaceGone, 409, "space-gone", Text("พื้นที่นี้ถูกลบไปแล้ว", "The space was deleted"))
    register(ProposalChanged, 412, "proposal-changed", Text("ข้อเสนอเปลี่ยนไปแล้ว", "The proposal has changed"))
    register(UndoConflicts, 409, "undo-conflicts", Text("มีการแก้ไขภายหลัง", "Later changes stand in the way"))
    register(NothingToUndo, 409, "nothing-to-undo", Text("ไม่มีอะไรต้องย้อน", "There is nothing to take back"))
    register(IsDeletion, 422, "version-is-deletion", Text("รุ่นนี้คือการลบ", "The version is a deletion"))
    register(TooMuchToUndo, 422, "too-much-to-undo", Text("มากเกินไปสำหรับคำขอเดียว", "Too much for one request"))
    register(ActImpossible, 422, "act-impossible", Text("ทำไม่ได้", "The act is impossible here"))
    register(ActRefused, 422, "act-refused", Text("ผลลัพธ์ใช้ไม่ได้", "The results cannot be stored"))
