"""What there is: spaces of five kinds, the look-ups they refer to, the people, and the changesets between them."""

from spaces.models.ageing import Closure, WallSighting
from spaces.models.boundary import Boundary
from spaces.models.changeset import Changeset
from spaces.models.choices import (
    UNKNOWN,
    BoundaryLevel,
    DesignStage,
    Helix,
    Known,
    Phase,
    Review,
    Role,
    Status,
    WallCondition,
    Wheelchair,
)
from spaces.models.history import EVENT_OF, AnySpaceEvent, ExactPositionHistory
from spaces.models.kinds import KIND_OF, KINDS, Amenity, HeritageSite, StreetArtWall, UrbanDesignZone, WisdomPlace
from spaces.models.learning import Activity, Offering
from spaces.models.lookups import AgeGroup, CurriculumOutcome, LoadedRow, Subkind, Theme, VisitMinutes
from spaces.models.people import ApiToken, Membership, Partner, User
from spaces.models.proposal import ProposalComment, ProposedChange, ResidentContact
from spaces.models.registry import AnySpace, ExactPosition, SpaceRegistry
from spaces.models.space import CommonFields, LearningSpace
from spaces.models.tries import Tries
from spaces.querysets import LOCATED_M

__all__ = [
    "EVENT_OF",
    "KINDS",
    "KIND_OF",
    "LOCATED_M",
    "UNKNOWN",
    "Activity",
    "AgeGroup",
    "Amenity",
    "AnySpace",
    "AnySpaceEvent",
    "ApiToken",
    "Boundary",
    "BoundaryLevel",
    "Changeset",
    "Closure",
    "CommonFields",
    "CurriculumOutcome",
    "DesignStage",
    "ExactPosition",
    "ExactPositionHistory",
    "Helix",
    "HeritageSite",
    "Known",
    "LearningSpace",
    "LoadedRow",
    "Membership",
    "Offering",
    "Partner",
    "Phase",
    "ProposalComment",
    "ProposedChange",
    "ResidentContact",
    "Review",
    "Role",
    "SpaceRegistry",
    "Status",
    "StreetArtWall",
    "Subkind",
    "Theme",
    "Tries",
    "UrbanDesignZone",
    "User",
    "VisitMinutes",
    "WallCondition",
    "WallSighting",
    "Wheelchair",
    "WisdomPlace",
]
