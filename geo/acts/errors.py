"""Why an act cannot be done."""

from geo.texts import Text


class ActImpossible(ValueError):
    """The act makes no sense here; `code` names why, `pointer` leads to the parameter at fault."""

    def __init__(self, code: str, text: Text, pointer: str = "") -> None:
        super().__init__(text.en)
        self.code, self.text, self.pointer = code, text, pointer
        self.extra = {"code": code, "pointer": pointer}
