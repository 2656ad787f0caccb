"""Static files under names that say their content, so that browsers may keep them for ever."""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

BUILT = "assets/"


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Puts a hash into every name, but for what the front-end build has named by its content already.

    The parts of the build import each other by those names: an entry known by a second name would be loaded and started
    twice as soon as a part that is fetched later imports from it.
    """

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        return name if name.startswith(BUILT) else super().hashed_name(name, content, filename)
