"""When a burst of changes is over, and what it comes to."""

from hatinh_news.desk.serve.bursts import FEW, Burst, burst
from hatinh_news.desk.serve.notes import Touch


def told(*touches: Touch) -> Burst:
    """A burst in which something happens every millisecond."""
    whole = burst(touches[0], 0.0)
    for number, touch in enumerate(touches[1:], 1):
        whole = whole.and_then(touch, number / 1000)
    return whole


def test_a_file_saved_in_place_is_all_that_need_be_looked_at() -> None:
    assert told(Touch(changed=("a.md",)), Touch(changed=("a.md",))).touched == frozenset({"a.md"})


def test_a_save_is_built_within_a_blink() -> None:
    assert told(Touch(changed=("a.md",))).ready < 0.05


def test_a_file_written_beside_and_renamed_was_changed() -> None:
    over = told(Touch(made=("a.tmp",)), Touch(changed=("a.tmp",)), Touch(changed=("a.md",), gone=("a.tmp",)))
    assert over.paths == {"a.md"}
    assert over.touched == frozenset({"a.md"})


def test_what_came_and_went_never_was() -> None:
    over = told(Touch(made=("4913",)), Touch(gone=("4913",)))
    assert over.empty


def test_what_went_and_came_was_changed() -> None:
    over = told(Touch(gone=("a.md",)), Touch(made=("a.md",)))
    assert (set(over.changed), set(over.gone), set(over.made)) == ({"a.md"}, set(), set())
    assert over.touched == frozenset({"a.md"})


def test_while_a_file_is_missing_its_return_is_waited_for() -> None:
    missing = told(Touch(gone=("a.md",)))
    back = missing.and_then(Touch(made=("a.md",)), 0.001)
    assert missing.ready > 0.1 > back.ready


def test_new_and_deleted_files_want_a_look_at_all() -> None:
    assert told(Touch(made=("a.md",))).touched is None
    assert told(Touch(gone=("a.md",))).touched is None
    assert told(Touch(folders=True)).touched is None


def test_many_files_want_a_look_at_all_and_a_longer_breath() -> None:
    many = told(*(Touch(changed=(f"{number}.md",)) for number in range(FEW + 1)))
    assert many.touched is None
    assert many.ready - many.last > 0.1


def test_of_very_much_some_may_not_have_been_told() -> None:
    assert told(*[Touch(changed=("a.md",))] * 2_000).touched is None


def test_a_storm_without_end_is_built_in_between() -> None:
    storm = burst(Touch(folders=True), 0.0)
    for moment in range(100):
        storm = storm.and_then(Touch(changed=(f"{moment}.md",)), moment / 10)
    assert storm.ready <= 2.0
