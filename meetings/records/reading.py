"""Files of records, read strictly. Every fault is told by file, record and field.

A file is a JSON list in UTF-8, one object a record. Pure: knows no database.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

Shape = TypeVar("Shape", bound=msgspec.Struct)


@dataclass(frozen=True)
class Place:
    """Where something stands in the files, to be named in a message."""

    file: str
    record: int | None = None
    label: str = ""
    field: str = ""

    def at(self, field: str) -> "Place":
        """This place, narrowed to ``field``."""
        inner = ".".join(filter(None, [self.field, field]))
        return Place(self.file, self.record, self.label, inner)

    def __str__(self) -> str:
        text = self.file
        if self.record is not None:
            text += f", record {self.record}" + (self.label and f" ({self.label})")
        return f"{text}: field {self.field}" if self.field else text


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class FaultyRecordsError(Exception):
    """The records cannot be used as they are; nothing was loaded."""

    def __init__(self, faults: list[Fault]):
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True)
class Entry(Generic[Shape]):
    """One record of a file and the place where it stands."""

    place: Place
    record: Shape


@dataclass(frozen=True)
class RecordFile(Generic[Shape]):
    """A kind of file: its name, the shape of its records, how to call one."""

    name: str
    shape: type[Shape]
    label: Callable[[dict], str]

    def read(self, directory: Path) -> list[Entry[Shape]]:
        """Return the records of the file in ``directory``.

        Raises: FaultyRecordsError with every record that is not of the shape.
        """
        raws = self._raw_records(directory / self.name)
        entries, faults = [], []
        for number, raw in enumerate(raws, 1):
            place = Place(self.name, number, self._label(raw))
            try:
                entries.append(Entry(place, msgspec.json.decode(raw, type=self.shape)))
            except msgspec.ValidationError as error:
                field, message = in_plain_words(str(error))
                faults.append(Fault(place.at(field), message))
        if faults:
            raise FaultyRecordsError(faults)
        return entries

    def _raw_records(self, path: Path) -> list[msgspec.Raw]:
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            self._refuse(f"cannot be read: {error.strerror}.")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self._refuse(f"line {line} is not in UTF-8. Save the file as UTF-8.")
        if "\\u0000" in text or "\0" in text:
            self._refuse("has a NUL character (\\u0000). Remove it.")
        try:
            return msgspec.json.decode(text, type=list[msgspec.Raw])
        except msgspec.ValidationError:
            self._refuse("should be a list of records: […].")
        except msgspec.DecodeError as error:
            self._refuse(f"is not valid JSON{_whereabouts(text, str(error))}.")

    def _label(self, raw: msgspec.Raw) -> str:
        record = msgspec.json.decode(raw)
        try:
            return self.label(record)
        except (KeyError, TypeError):
            return ""

    def _refuse(self, message: str):
        raise FaultyRecordsError([Fault(Place(self.name), message)])


def _whereabouts(text: str, error: str) -> str:
    """Return where in ``text`` the decoder stumbled, as ", line 3, column 7"."""
    if found := re.search(r"\(byte (\d+)\)", error):
        before = text.encode()[: int(found[1])].decode(errors="ignore")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        return f" at line {line}, column {column}"
    if "truncated" in error:
        return ": it ends too early"
    return ""


_NAMES = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list […]",
    "object": "a group {…}",
    "null": "null",
    "date": "a day such as 2024-11-19",
}


def in_plain_words(error: str) -> tuple[str, str]:
    """Return the field and the message of a decoder's error, for people."""
    message, _, path = error.partition(" - at `")
    field = path.rstrip("`").removeprefix("$").removeprefix(".")
    if found := re.fullmatch(r"Object contains unknown field `(.+)`", message):
        return _join(field, found[1]), "is not known here. Is it misspelt?"
    if found := re.fullmatch(r"Object missing required field `(.+)`", message):
        return _join(field, found[1]), "is missing."
    if found := re.fullmatch(r"Expected `(.+)`, got `(.+)`", message):
        wanted = " or ".join(_NAMES.get(name, name) for name in found[1].split(" | "))
        return field, f"should be {wanted}, but is {_NAMES.get(found[2], found[2])}."
    if "date" in message:
        return field, "should be a day such as 2024-11-19."
    if "enum" in message:
        return field, f"{message.removeprefix('Invalid enum value ')} is not a choice."
    return field, f"{message}."


def _join(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def read_all(files: list[RecordFile], directory: Path) -> dict[str, list[Entry]]:
    """Return the records of those ``files`` that are in ``directory``, by file name.

    Raises: FaultyRecordsError with the faults of every file, not of the first alone.
    """
    records: dict[str, list[Entry]] = {}
    faults: list[Fault] = []
    for file in files:
        records[file.name] = []
        if (directory / file.name).exists():
            try:
                records[file.name] = file.read(directory)
            except FaultyRecordsError as error:
                faults += error.faults
    if faults:
        raise FaultyRecordsError(faults)
    return records


def refuse_strangers(files: list[RecordFile], directory: Path) -> None:
    """Raises: FaultyRecordsError if ``directory`` has no file of records, or others."""
    known = {file.name for file in files}
    there = {path.name for path in directory.glob("*.json")}
    if not known & there:
        message = "has no file of records. Expected some of: " + ", ".join(
            sorted(known)
        )
        raise FaultyRecordsError([Fault(Place(str(directory)), f"{message}.")])
    if strange := sorted(there - known):
        message = "is no file of records. Known are: " + ", ".join(sorted(known))
        raise FaultyRecordsError(
            [Fault(Place(name), f"{message}.") for name in strange]
        )
