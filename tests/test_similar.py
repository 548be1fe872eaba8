import pytest

from grader.handins import find_hand_ins
from grader.similar import similar_page, similar_pairs
from tests.classes import hand_in


@pytest.fixture
def pairs(tmp_path, course):
    """Different right solutions, one of them handed in again under other names, one again byte for byte."""
    alternatives = course.exercise("ex03").alternatives
    for number, path in enumerate(alternatives):
        hand_in(tmp_path, f"student{number}", path.read_text())
    source = alternatives[1].read_text()
    hand_in(tmp_path, "copy", source.replace("params", "those").replace("epoch", "round").replace("#", "# so"))
    hand_in(tmp_path, "twin", alternatives[0].read_text())
    hand_in(tmp_path, "stub", course.exercise("ex03").file.read_text())
    hand_in(tmp_path, "stub too", course.exercise("ex03").file.read_text() + "\n# mine\n")
    hand_in(tmp_path, "broken", "def <script>alert(1)</script>")
    return similar_pairs(find_hand_ins(tmp_path, course).hand_ins, 60)


def test_copies_are_found_under_other_names_and_the_stub_counts_for_nothing(pairs):
    found = {tuple(side.name.split("/")[0] for side in (pair.left, pair.right)) for pair in pairs}
    assert ("copy", "student1") in found
    assert ("student0", "twin") in found
    assert not any("stub" in name for pair in found for name in pair)
    assert pairs[0].identical


def test_the_page_marks_what_is_alike_and_needs_no_network(pairs):
    page = similar_page(pairs, 12, 60, "today")
    assert "<mark>" in page
    assert "evidence, not a verdict" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_pieces_are_the_whole_text(pairs, course):
    source = course.exercise("ex03").alternatives[1].read_text()
    (pair,) = [pair for pair in pairs if "student1/" in pair.right.name or "student1/" in pair.left.name]
    side = pair.right if "student1/" in pair.right.name else pair.left
    assert "".join(text for _, text in side.pieces) == source
