"""`make fuzz` in small: files with errors are rendered or refused."""

from collections import Counter

from benchmarks import fuzz


def test_mutated_files_are_rendered_or_refused() -> None:
    found = fuzz.judge(iter(range(16)), seed=1)
    assert [verdict for verdict in found if verdict.kind in fuzz.BAD] == []
    kinds = Counter(verdict.kind for verdict in found)
    assert kinds["rendered"] > 2
    assert kinds["refused"] > 2


def test_a_seed_and_a_number_give_the_same_file() -> None:
    assert fuzz.mutated(7, seed=1) == fuzz.mutated(7, seed=1)
    assert fuzz.mutated(7, seed=1) != fuzz.mutated(7, seed=2)


def test_a_process_that_ends_is_a_crash_and_is_replaced() -> None:
    child = fuzz.Child()
    child.end()
    assert child.render(b"no video") == ("crashed", "the process ended with -9")
    assert child.render(b"no video")[0] == "refused"
    child.end()
