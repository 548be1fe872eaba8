import json
import re
from html.parser import HTMLParser

import numpy as np
import pytest

from grader.comparison import compare
from grader.outcome import CheckResult, Report, Status
from grader.page import report_page

HOSTILE = "<script>alert(1)</script> \"'>&<img src=x onerror=alert(2)>"
VOID = {"meta", "link", "img", "meter", "line", "circle", "polyline", "polygon", "br"}


def result(number=1, status=Status.FAILED, **fields):
    shown = {"title": "sgd moves w", "function": "sgd", "max_points": 1, "held_back": False, "message": "w stayed.",
             "hint": "Which sign?", "output": "", "duration_s": 0.1}  # fmt: skip
    return CheckResult(id=f"check_{number}", status=status, **{**shown, **fields})


def page(*checks, **keywords):
    environment = {"python": "3.12", "torch": "2.6", "sandbox": {}}
    return report_page(Report("ex03_sgd", "mine.py", "ab" * 32, 7, environment, 1.5, checks), **keywords)


class Outline(HTMLParser):
    """The elements of a page, and whether they are nested properly."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.text = [], [], ""
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID or (tag == "meter"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def test_what_a_hand_in_says_is_text():
    hostile = {"message": HOSTILE, "output": HOSTILE, "title": HOSTILE, "hint": HOSTILE, "causes": (HOSTILE,)}
    comparison = compare(np.ones(3), np.zeros(3), HOSTILE)
    drawn = page(result(**hostile, comparison=comparison, curves=((HOSTILE, (1.0, 2.0)),)), title=HOSTILE)
    outline = Outline(drawn)
    assert not outline.all("script") and not outline.all("img")
    assert not any(name.startswith("on") for _, attrs in outline.elements for name in attrs)
    assert outline.text.count(HOSTILE) >= 7


def test_nothing_is_fetched():
    kept = compare(np.eye(20), np.zeros((20, 20)), "X")
    drawn = page(result(comparison=kept, curves=(("loss", (2.0, 1.0)),)))
    assert "default-src 'none'" in drawn
    assert not re.findall(r"""(?:src|href)=["'](?!#|data:image/png;base64,)""", drawn)
    assert "url(" not in drawn and "@import" not in drawn and "http" not in re.sub("http-equiv", "", drawn)


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_word(status):
    from grader.render import WORDS

    outline = Outline(page(result(status=status)))
    assert WORDS[status] in outline.text
    assert len(outline.all("h1")) == 1 and len(outline.all("main")) == 1
    assert {attrs["href"][1:] for attrs in outline.all("a")} <= {attrs.get("id") for _, attrs in outline.elements}


def test_score_and_points_that_wait():
    outline = Outline(page(result(1, Status.PASSED), result(2), result(3, Status.SKIPPED)))
    assert "1 of 2 points" in outline.text and "1 more wait for a GPU" in outline.text


def test_held_back_shows_title_and_hint_only():
    text = Outline(page(result(held_back=True, message=""))).text
    assert "sgd moves w" in text and "Which sign?" in text and "only its title and hint show" in text


def test_small_arrays_are_tables_with_the_wrong_cells_marked():
    want = np.arange(6.0).reshape(2, 3)
    got = want.copy()
    got[1, 2] = 40
    outline = Outline(page(result(comparison=compare(got, want, "X", [1, 2]))))
    assert "What came (2, 3)" in outline.text and "Expected (2, 3)" in outline.text
    assert [attrs for attrs in outline.all("td") if "off" in (attrs.get("class") or "")] == [{"class": "number off"}]
    assert outline.text.count("≠") == 1
    assert not outline.all("img") and not outline.all("svg")


def test_long_series_are_line_plots_and_large_arrays_heat_maps():
    series = np.sin(np.arange(50.0))
    outline = Outline(page(result(comparison=compare(series + 1, series, "losses"))))
    assert len(outline.all("svg")) == 1 and len(outline.all("polyline")) == 2
    grid = np.outer(np.arange(20.0), np.arange(20.0))
    outline = Outline(page(result(comparison=compare(grid.T + 1, grid, "X"))))
    assert len(outline.all("img")) == 3
    assert all("from" in attrs["alt"] for attrs in outline.all("img"))


def test_images_are_pictures():
    image = np.random.default_rng(0).uniform(size=(3, 6, 8))
    outline = Outline(page(result(comparison=compare(image[::-1], image, "X", picture=True))))
    assert [attrs["alt"] for attrs in outline.all("img")] == ["Picture", "Picture"]


def test_a_curve_is_drawn_against_its_band():
    bands = (("loss", (1.9, 0.9), (2.1, 1.1)),)
    outline = Outline(page(result(status=Status.PASSED, curves=(("loss", (3.0, 1.0)),), bands=bands)))
    assert len(outline.all("polygon")) == 1 and len(outline.all("polyline")) == 2
    assert "1.9 … 2.1" in outline.text
    assert not Outline(page(result(curves=(("loss", (3.0, 1.0)),)))).all("polygon")


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (np.zeros((0, 3)), np.ones((20, 20))),
        (np.full((20, 20), np.nan), np.ones((20, 20))),
        (np.full(40, np.nan), np.full(40, np.inf)),
        (np.zeros((5, 5)), np.zeros((5, 1))),
        (np.zeros((2, 0)), np.zeros(3)),
        (np.full((30, 30), 1e308), np.full((30, 30), -1e308)),
        (np.full(40, 1e308), np.full(40, -1e308)),
        (np.zeros(100_000), np.ones(100_000)),
        (np.arange(40, dtype=np.int64) * 2**55, np.arange(40)),
        (np.ones((9, 9), bool), np.zeros((9, 9), bool)),
    ],
)
@pytest.mark.parametrize("picture", [False, True])
@pytest.mark.filterwarnings("error")
def test_odd_arrays_make_a_page_all_the_same(got, want, picture):
    kept = compare(got, want, "X", picture=picture)
    check = result(comparison=kept, curves=(("loss", (1e308, -1e308)), ("one", (1.0,)), ("flat", (2.0, 2.0))))
    drawn = page(check)
    Outline(drawn)
    assert "nan" not in "".join(re.findall(r'(?:points|x|y|cx|cy)="[^"]*"', drawn)).lower()
    assert len(drawn) < 400_000


def test_a_report_that_was_kept_as_json_gives_the_same_page():
    want = np.arange(6.0).reshape(2, 3)
    checks = (
        result(comparison=compare(want * 2, want, "X"), curves=(("loss", (3.0, 1.0)),),
               bands=(("loss", (1.9, 0.9), (2.1, 1.1)),), causes=("A cause.",)),
    )  # fmt: skip
    report = Report("ex03_sgd", "mine.py", "ab" * 32, 7, {"python": "3.12", "sandbox": {}}, 1.5, checks)
    again = Report.of_plain(json.loads(json.dumps(report.plain(), allow_nan=False)))
    assert report_page(again) == report_page(report)
