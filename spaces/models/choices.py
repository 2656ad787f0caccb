"""The closed vocabularies. "Unknown" is a value of its own wherever nobody has looked yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _

UNKNOWN = "unknown"


class Known(models.TextChoices):
    """Yes, no, or nobody has looked."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Unknown")


class Wheelchair(models.TextChoices):
    YES = "yes", _("Accessible by wheelchair")
    LIMITED = "limited", _("Partly accessible by wheelchair")
    NO = "no", _("Not accessible by wheelchair")
    UNKNOWN = "unknown", _("Unknown")


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")
    DELETED = "deleted", _("Deleted")


class Review(models.TextChoices):
    """Whether a teacher has gone over a text of the curriculum."""

    DRAFT = "draft", _("Draft, not reviewed")
    REVIEWED = "reviewed", _("Reviewed")


class WallCondition(models.TextChoices):
    PLANNED = "planned", _("Planned")
    PAINTED = "painted", _("Painted")
    FADED = "faded", _("Faded")
    PAINTED_OVER = "painted-over", _("Painted over")
    GONE = "gone", _("Gone")
    UNKNOWN = "unknown", _("Unknown")


class DesignStage(models.TextChoices):
    IDEA = "idea", _("Idea")
    DRAFT_PLAN = "draft-plan", _("Draft plan")
    CONSULTATION = "consultation", _("Public consultation")
    ADOPTED = "adopted", _("Adopted")
    BUILT = "built", _("Built")
    UNKNOWN = "unknown", _("Unknown")


class Phase(models.TextChoices):
    BEFORE = "before", _("Before the visit")
    ON_SITE = "on-site", _("On site")
    AFTER = "after", _("After the visit")


class Helix(models.TextChoices):
    """The five sectors of the quintuple helix."""

    GOVERNMENT = "government", _("Government")
    PRIVATE = "private", _("Private sector")
    ACADEMIA = "academia", _("Academia")
    COMMUNITY = "community", _("Civil society and community")
    ENVIRONMENT = "environment", _("Environment")


class Role(models.TextChoices):
    VISITOR = "visitor", _("Visitor")
    TEACHER = "teacher", _("Teacher")
    COACH = "coach", _("City coach")
    PLANNER = "planner", _("Planner")
    REVIEWER = "reviewer", _("Reviewer")
    PUBLIC_WORKS = "public-works", _("Public works officer")
    ADMIN = "admin", _("Administrator")


class BoundaryLevel(models.TextChoices):
    SERVICE_AREA = "service-area", _("Service area")
    PROVINCE = "province", _("Province")
    DISTRICT = "district", _("District")
    SUBDISTRICT = "subdistrict", _("Subdistrict")
