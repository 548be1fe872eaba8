"""README in both languages: what one of them says to type, the other says too."""

import re

import pytest

PAIRS = [("README.md", "README.zh.md"), ("grader/bundle_readme.md", "grader/bundle_readme.zh.md")]


def commands(text):
    """The lines of the code blocks, without their comments."""
    blocks = re.findall(r"^```\w+\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    lines = (line.split("#")[0].replace("--lang zh", "").strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line and "COURSE_LANG" not in line]


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_both_have_the_same_commands_and_sections(course, english, chinese):
    first, second = ((course.root / name).read_text(encoding="utf-8") for name in (english, chinese))
    assert commands(second) == commands(first)
    assert len(re.findall(r"^##+ ", second, re.MULTILINE)) == len(re.findall(r"^##+ ", first, re.MULTILINE))


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_each_leads_to_the_other(course, english, chinese):
    assert "](README.zh.md)" in (course.root / english).read_text(encoding="utf-8")
    assert "](README.md)" in (course.root / chinese).read_text(encoding="utf-8")
