"""What a build noted is trusted as it was written and not otherwise: whatever else stands there is made anew."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import cache, history
from generator.cache import Entry
from generator.history import Change, History
from generator.notes import FORMAT, MOST_BYTES
from tests.folders import ONE_OF_EACH, content, lay
from tests.hostile.running import Warm
from tests.hostile.test_faults import CARD, NOTES, files
from tests.material.sessions import werkvorm

ENTRIES = {"decks/a/kaarten.pdf": Entry("k" * 64, "c" * 64, 3, 2), "b.docx": Entry("l" * 64, "d" * 64, 0, 0, True)}
WHOLE = cache.written(ENTRIES)


def sealed(body: bytes, version: object = FORMAT) -> bytes:
    """What a forger would write: other notes, with the digest that belongs to them."""
    head = f'{{"format": {version}, "sha256": "{hashlib.sha256(body).hexdigest()}", "notes":\n'
    return head.encode() + body + b"\n}\n"


def read(folder: Path, data: bytes) -> dict[str, Entry]:
    (folder / cache.FILE).write_bytes(data)
    return cache.read(folder)


def test_the_notes_are_json_for_who_wants_to_look(tmp_path: Path) -> None:
    assert json.loads(WHOLE)["notes"]["b.docx"]["warned"] is True
    assert read(tmp_path, WHOLE) == ENTRIES


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_one_byte_that_changed_is_seen(tmp_path: Path, place: int, change: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[place] ^= change

    assert read(tmp_path, bytes(damaged)) == {}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(), st.integers(0, len(WHOLE) - 1).map(lambda end: WHOLE[:end]), st.just(WHOLE * 2)))
def test_bytes_that_nobody_wrote_are_as_good_as_none(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data) == {}


@pytest.mark.parametrize(
    "body",
    [
        b"null", b"[]", b"{}x", b'"a"', b"[" * 100_000, b'{"a":' * 100_000, b'{"a": null}', b'{"a": {}}',
        b'{"a": {"key": "k", "content": "c", "pages": NaN, "sheets": 1}}',
        b'{"a": {"key": "k", "content": "c", "pages": Infinity, "sheets": 1}}',
        b'{"a": {"key": "k", "content": "c", "pages": 1.5, "sheets": 1}}',
        b'{"a": {"key": "k", "content": "c", "pages": 1' + b"0" * 5000 + b', "sheets": 1}}',
        b'{"a": {"key": "k", "content": "c", "pages": "1", "sheets": 1}}',
        b'{"a": {"key": 1, "content": "c", "pages": 1, "sheets": 1}}',
        b'{"a": {"key": "k", "content": "c", "pages": 1, "sheets": 1, "warned": 0}}',
        b'{"a": {"key": "\\ud800", "content": "c", "pages": 1, "sheets": 1}}',
        b'{"\xff": {"key": "k", "content": "c", "pages": 1, "sheets": 1}}',
    ],
)  # fmt: skip
def test_notes_of_the_wrong_types_are_refused_even_where_their_digest_is_right(tmp_path: Path, body: bytes) -> None:
    assert read(tmp_path, sealed(body)) == {}
    (tmp_path / history.FILE).write_bytes(sealed(b'{"number": 3, "changes": %s}' % body))
    assert history.read(tmp_path) == History()


def test_notes_of_another_version_are_not_read(tmp_path: Path) -> None:
    body = WHOLE.partition(b"\n")[2].removesuffix(b"\n}\n")

    assert read(tmp_path, sealed(body)) == ENTRIES
    assert [read(tmp_path, sealed(body, version)) for version in (0, FORMAT + 1, 99, '"1"')] == [{}] * 4


def test_notes_that_are_too_large_are_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / cache.FILE).open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    assert cache.read(tmp_path) == {}


# what a build does with them


DAMAGES: dict[str, bytes | None] = {
    "gone": None,
    "empty": b"",
    "random": bytes(range(256)) * 40,
    "deep": b"[" * 200_000,
    "old": b'{"begrippen/haast/kaarten.pdf": {"key": "x", "content": "y", "pages": 9, "sheets": 9}}',
    "numbers": sealed(b'{"number": 1e999, "changes": {}}'),
    "large": b" " * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("way", DAMAGES)
def test_a_build_with_spoilt_notes_makes_everything_anew_and_notes_it(warm: Warm, tmp_path: Path, way: str) -> None:
    root, data = lay(tmp_path, ONE_OF_EACH), DAMAGES[way]
    assert warm.run(root, *CARD).code == 0
    whole = files(root)
    for name in NOTES:
        (root / "output" / name).unlink()
        if data is not None:
            (root / "output" / name).write_bytes(data)

    spoilt, again = warm.run(root, *CARD), warm.run(root, *CARD)

    assert [(ended.code, "Traceback" in ended.err) for ended in (spoilt, again)] == [(0, False)] * 2
    assert ("1 made" in spoilt.err, "1 unchanged" in again.err) == (True, True)
    assert files(root) == whole
    assert content(root).keys() == whole.keys() | {f"output/{name}" for name in NOTES}


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_what_stands_in_the_place_of_the_notes_is_told(warm: Warm, tmp_path: Path, kind: str) -> None:
    root = lay(tmp_path / "work", {**ONE_OF_EACH, "output": None})
    notes = root / "output" / cache.FILE
    notes.mkdir() if kind == "folder" else notes.symlink_to(tmp_path / "elsewhere")

    ended = warm.run(root, *CARD)

    assert (ended.code, f"output/{cache.FILE} " in ended.err, "Traceback" in ended.err) == (3, True, False)
    assert not (tmp_path / "elsewhere").exists()


def test_a_change_under_a_clock_in_the_future_is_dated_today_at_the_latest(tmp_path: Path) -> None:
    card, today = werkvorm("een"), date(2027, 3, 9)
    ahead = history.after(History(), [card], date(2099, 1, 1))
    known = {name: Change(change.digest, change.build, "2099-01-01") for name, change in ahead.changes.items()}

    then = history.after(History(1, known), [card], today)

    assert {change.day for change in then.changes.values()} == {"2027-03-09"}
    assert history.changed(card, history.moment_of("2027-03-09", then), then)
    assert not history.changed(card, history.moment_of("2027-03-10", then), then)


def test_times_of_files_that_lie_in_the_future_or_the_past_change_nothing(warm: Warm, tmp_path: Path) -> None:
    root = lay(tmp_path, ONE_OF_EACH)
    assert warm.run(root, *CARD).code == 0
    for number, path in enumerate(sorted(root.rglob("*"))):
        os.utime(path, ns=(4_000_000_000_000_000_000 * (number % 2),) * 2)

    assert "1 unchanged" in warm.run(root, *CARD).err
    lay(root, {"materials/begrippen/haast.yaml": "naam: Haast\nsoort: valkuil\nkort: Nu.\n"})
    os.utime(root / "materials/begrippen/haast.yaml", ns=(0, 0))
    assert "1 made" in warm.run(root, *CARD).err
