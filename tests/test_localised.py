from dataclasses import replace

from grader.language import Language, speaking
from grader.localised import localised
from grader.messages import Message
from grader.outcome import Report, Status
from tests.test_outcome import report
from tests.test_render import check, shown

CHINESE = Language("zh_CN", chosen=True)
TITLE = "squared_loss gives ½(ŷ − y)² for each element"


def failed(**changes):
    said = Message("{name} has shape {got}, but {asked} is asked.", {"name": "x", "got": (2,), "asked": (3,)})
    fields = {"title": TITLE, "message": str(said), "said": said, "hint": "What is squared before?", **changes}
    return check(Status.FAILED, **fields)


def test_a_report_is_localised_as_a_whole_and_english_is_left_alone():
    made = report(failed())
    assert localised(made) is made
    with speaking(CHINESE):
        first = localised(made).checks[0]
        assert first.title == "squared_loss 对每个元素返回 ½(ŷ − y)²"
        assert first.message == "x 的形状是 (2,)，要求的是 (3,)。"
        assert localised(localised(made)).checks[0] == first


def test_terminal_sequences_of_a_hand_in_are_taken_out_in_every_language():
    said = Message("{error}{where}", {"error": "\x1b[31mboom", "where": ""})
    with speaking(CHINESE):
        assert localised(report(failed(said=said))).checks[0].message == "boom"


def test_a_report_from_a_file_keeps_its_english_message():
    made = report(failed())
    again = Report.of_plain(made.plain())
    assert "said" not in made.plain()["checks"][0]
    with speaking(CHINESE):
        assert localised(again).checks[0].message == "x has shape (2,), but (3,) is asked."
        assert localised(again).checks[0].title.startswith("squared_loss 对")


def test_a_held_back_check_shows_nothing_more_in_chinese():
    hidden = failed(held_back=True, message="", said=None)
    with speaking(CHINESE):
        text = shown(hidden)
    assert "这是不公开的检查" in text
    assert "形状" not in text


def test_the_table_lines_up_with_wide_characters():
    from rich.cells import cell_len

    checks = (failed(), replace(failed(), id="b", status=Status.PASSED, title="a"), replace(failed(), id="c", title="张量" * 40))
    with speaking(CHINESE):
        lines = shown(*checks, width=80).splitlines()
    rows = [line for line in lines if "f  " in line and ("/2" in line)]
    assert len(rows) == 3
    assert len({cell_len(line[: line.index("f  ")]) for line in rows}) == 1
    assert all(cell_len(line) <= 80 for line in lines)
