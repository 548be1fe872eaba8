"""The catalogues as they are committed: whole, compiled, and fit to be put together."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from grader import catalogue
from grader.extraction import Text, texts

INCOMPLETE: dict[str, set[str]] = {"zh_CN": set()}
"""Files with texts that are not translated yet, for each language. Everything else is whole."""


@pytest.fixture(scope="module")
def wanted(course):
    return list(texts(course))


@pytest.mark.parametrize("code", catalogue.languages())
def test_every_text_is_translated(code, wanted):
    lacking = catalogue.missing(catalogue.read(code), wanted)
    unforeseen = [f"{text.file}: {text.id}" for text in lacking if text.file not in INCOMPLETE[code]]
    assert not unforeseen, f"{len(unforeseen)} of {len(wanted)} texts lack {code}; course dev translations lists them"
    assert {text.file for text in lacking} == INCOMPLETE[code], "what is whole is no longer INCOMPLETE"


@pytest.mark.parametrize("code", catalogue.languages())
def test_translations_have_the_fields_of_the_english(code):
    assert catalogue.wrong_fields(catalogue.read(code)) == []


@pytest.mark.parametrize("code", catalogue.languages())
def test_the_compiled_catalogue_is_fresh(code):
    assert catalogue.fresh(code), "course dev translations compiles it"


@pytest.mark.parametrize("code", catalogue.languages())
def test_code_names_and_formulas_in_backquotes_survive(code):
    import re

    lost = []
    for message in catalogue.read(code):
        if isinstance(message.id, str) and message.id and message.string:
            english = re.findall(r"`[^`]+`", message.id)
            lost += [(piece, message.id) for piece in english
                     if re.fullmatch(r"`[\w.()]+`", piece) and piece not in message.string]  # fmt: skip
    assert lost == []


def test_missing_says_what_is_empty_or_not_there():
    made = Catalog(locale="zh_CN")
    made.add("one", "一")
    made.add("two", "")
    made.add(("three", "threes"), ("三",))
    asked = [Text("one", "a"), Text("two", "a"), Text(("three", "threes"), "a"), Text("four", "b")]
    assert [text.id for text in catalogue.missing(made, asked)] == ["two", "four"]


def test_wrong_fields_finds_names_formats_and_percent_fields():
    made = Catalog(locale="zh_CN")
    made.add("{a} and {b:.2f}", "{b:.2f} 和 {a}")
    made.add("{a} alone", "{b}")
    made.add("{a:.3g} formatted", "{a}")
    made.add("%(a)s percent", "百分")
    assert catalogue.wrong_fields(made) == ["{a} alone", "{a:.3g} formatted", "%(a)s percent"]


def test_an_update_keeps_what_is_translated_and_drops_what_is_gone(monkeypatch, tmp_path):
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    catalogue.save("zh_CN", catalogue.updated("zh_CN", [Text("old", "a.py"), Text("kept", "a.py")]))
    edited = catalogue.read("zh_CN")
    edited["kept"].string = "留下"
    catalogue.save("zh_CN", edited)
    made = catalogue.updated("zh_CN", [Text("kept", "a.py"), Text("new {x}", "b.py", phrase=True)])
    assert {message.id: message.string for message in made if message.id} == {"kept": "留下", "new {x}": ""}
    catalogue.save("zh_CN", made)
    assert catalogue.fresh("zh_CN")
    catalogue.paths("zh_CN")[0].write_text(catalogue.paths("zh_CN")[0].read_text().replace("留下", "改了"))
    assert not catalogue.fresh("zh_CN")


def test_the_wheel_carries_the_compiled_catalogue(course):
    import tomllib

    settings = tomllib.loads((course.root / "pyproject.toml").read_text())["tool"]["setuptools"]
    patterns = settings["package-data"]["grader"]
    package = course.root / "grader"
    carried = {path for pattern in patterns for path in package.glob(pattern)}
    assert {catalogue.paths(code)[1] for code in catalogue.languages()} <= carried


def test_dev_translations_checks_without_writing(course):
    program = str(Path(sys.executable).with_name("course"))
    before = catalogue.paths("zh_CN")[0].read_bytes()
    result = subprocess.run(
        [program, "dev", "translations", "--check"], cwd=course.root, capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stdout
    assert "0 problems" in result.stdout
    assert catalogue.paths("zh_CN")[0].read_bytes() == before
    assert shutil.which(program)
