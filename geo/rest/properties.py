"""The properties of a feature as a JSON object, made in SQL.

`row_to_json` looks up the type of every column in every row, which costs more than reading the row. What is text goes
through `json_object` instead, which takes it as text; the rest is joined to it. Same object, half the time.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from django.db.models import BooleanField, CharField, DateTimeField, IntegerField, JSONField, TextField, UUIDField

Fields = Mapping[str, Any]
"""Fields of a model by the name of the property."""

_TEXTS = (CharField, TextField, UUIDField, DateTimeField)
_UTC = """to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""


def object_sql(fields: Fields, columns: Mapping[str, str]) -> str:
    """SQL for the text of the object. `columns` are the columns in SQL, by property.

    Texts that come before anything else stay first; the other texts come last, where taking a brace off is cheap.
    """
    first = dict(takewhile(lambda pair: _is_text(pair[1]), fields.items()))
    rest = {name: field for name, field in fields.items() if name not in first}
    texts = [name for name, field in rest.items() if _is_text(field)]
    values = [_member(name, rest[name], columns[name]) for name in rest if name not in texts]
    if not values:
        return _texts(first, fields, columns)
    head = f"left({_texts(first, fields, columns)}, -1) || ','" if first else "'{'"
    tail = f"',' || right({_texts(texts, fields, columns)}, -1)" if texts else "'}'"
    between = " || ',' || ".join(values)
    return f"{head} || ({between}) || {tail}"


def text_sql(field: Any, column: str) -> str:
    """A column as the text that the API writes: moments in UTC with `Z` and six digits of a second."""
    kind = kind_of(field)
    if isinstance(kind, DateTimeField):
        return _UTC.format(column=column)
    return column if isinstance(kind, CharField | TextField) else f"{column}::text"


def _texts(names: Iterable[str], fields: Fields, columns: Mapping[str, str]) -> str:
    keys = ", ".join(_literal(name) for name in names)
    values = ", ".join(text_sql(fields[name], columns[name]) for name in names)
    return f"json_object(ARRAY[{keys}]::text[], ARRAY[{values}]::text[])::text"


def _member(name: str, field: Any, column: str) -> str:
    return f"{_literal(json.dumps(name) + ':')} || coalesce({_json(field, column)}, 'null')"


def _json(field: Any, column: str) -> str:
    """A column that is no text, as JSON."""
    kind = kind_of(field)
    if isinstance(kind, BooleanField):
        return f"CASE WHEN {column} THEN 'true' WHEN NOT {column} THEN 'false' END"
    return f"{column}::text" if isinstance(kind, IntegerField | JSONField) else f"to_json({column})::text"


def _is_text(field: Any) -> bool:
    return isinstance(kind_of(field), _TEXTS)


def kind_of(field: Any) -> Any:
    """The field itself, or the key that a relation holds."""
    while getattr(field, "target_field", None) not in {None, field}:
        field = field.target_field
    return field


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
