from dataclasses import replace

from grader import version


def test_it_changes_with_the_checks_and_with_the_libraries(course, monkeypatch):
    first, other = course.exercise("ex03"), course.exercise("ex04")
    assert version.version_of(first) == version.version_of(replace(first))
    assert version.differences(version.version_of(first), version.version_of(other)).startswith("checks ")
    monkeypatch.setattr(version, "versions", lambda: {"torch": "2.1.0+cu130", "tensorflow": "2.2"})
    changed = version.version_of(first)
    assert (changed["torch"], changed["tensorflow"]) == ("2.1.0", "")


def test_a_key_changes_with_everything_a_mark_depends_on():
    base = ["aa", "", {"checks": "1"}, {"check_s": 10.0}]
    others = [["bb"], ["aa", "empty"], ["aa", "", {"checks": "2"}], ["aa", "", {"checks": "1"}, {"check_s": 5.0}]]
    keys = {version.key_of(*(other + base[len(other) :])) for other in [[], *others]}
    assert len(keys) == 5
