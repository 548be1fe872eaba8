from xml.etree import ElementTree

from grader.junit import to_junit
from grader.outcome import CheckResult, Status
from tests.test_outcome import report, result


def test_each_status_has_its_kind():
    kinds = [Status.PASSED, Status.FAILED, Status.NOT_STARTED, Status.ERROR, Status.CRASHED, Status.SKIPPED]
    root = ElementTree.fromstring(to_junit([report(*map(result, kinds))]).partition("\n")[2])
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors"), suite.get("skipped")) == ("6", "2", "2", "1")
    assert [child.tag for case in suite for child in case] == ["failure", "failure", "error", "error", "skipped"]


def test_control_characters_do_not_break_the_file():
    printed = CheckResult("a", "T", "f", Status.FAILED, 1, False, "m\x00\x1b[31m", "h", "out\x07", 0)
    ElementTree.fromstring(to_junit([report(printed)]).partition("\n")[2])
