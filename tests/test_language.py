import threading

import pytest

from grader.errors import CourseError
from grader.language import ENGLISH, Language, choose, current, phrase, speaking, translate, translated
from grader.messages import Message

CHINESE = Language("zh_CN")


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "chosen"),
    [
        ([], {}, "en", False),
        (["list"], {"LANG": "C.UTF-8"}, "en", False),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh_CN", False),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.GB18030"}, "zh_CN", False),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "en", False),
        ([], {"LANG": "zh_CN.UTF-8", "COURSE_LANG": "en"}, "en", True),
        (["grade", "--lang", "zh", "ex03"], {"COURSE_LANG": "en"}, "zh_CN", True),
        (["--lang=zh-Hans", "list"], {}, "zh_CN", True),
        (["list", "--lang"], {"LANG": "zh_CN"}, "zh_CN", False),
        (["grade", "--", "--lang", "zh"], {}, "en", False),
    ],
)
def test_the_option_comes_before_the_variable_and_the_variable_before_the_locale(
    arguments, environment, code, chosen
):
    assert choose(arguments, environment) == Language(code, chosen)


@pytest.mark.parametrize(("arguments", "environment"), [(["--lang", "fr"], {}), ([], {"COURSE_LANG": "klingon"})])
def test_an_unknown_language_is_named_with_those_there_are(arguments, environment):
    with pytest.raises(CourseError, match=r"there is no language (fr|klingon); choose one of en, zh"):
        choose(arguments, environment)


def test_english_is_the_text_itself():
    assert current() == ENGLISH
    assert translate("{file} is the stub already.", file="a.py") == "a.py is the stub already."
    assert translated("no such text in any catalogue") == "no such text in any catalogue"


def test_chinese_comes_from_the_catalogue_and_ends_with_the_block():
    with speaking(CHINESE):
        assert translate("{file} is the stub already.", file="a.py") == "a.py 本来就是初始文件。"
        assert translated("") == ""
        assert translated("no such text in any catalogue") == "no such text in any catalogue"
    assert current() == ENGLISH


def test_a_thread_has_its_own_language_only_where_it_was_given_one():
    seen = []
    with speaking(CHINESE):
        thread = threading.Thread(target=lambda: seen.append(current().code))
        thread.start()
        thread.join()
    assert seen == ["en"]


def test_a_message_is_put_together_in_the_language():
    message = Message("{name} has shape {got}, but {asked} is asked.", {"name": "x", "got": (2,), "asked": (3,)})
    assert str(message) == "x has shape (2,), but (3,) is asked."
    with speaking(CHINESE):
        assert message.render() == "x 的形状是 (2,)，要求的是 (3,)。"
    assert message.render() == str(message)


def test_a_message_inside_a_message_is_translated_too():
    inner = Message("{file} is larger than 4 MiB.", {"file": "a.py"})
    outer = Message("The module cannot be imported. {reason}", {"reason": inner})
    with speaking(CHINESE):
        assert outer.render() == "无法导入模块。a.py 大于 4 MiB。"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("X after pad2d(X, 1) for X (3, 4)", "pad2d(X, 1)（X 的形状为 (3, 4)） 之后的 X"),
        ("the gradient of linreg(X, w, b) for X (5, 3).sum() by w", "linreg(X, w, b)（X 的形状为 (5, 3)）.sum() 对 w 的梯度"),
        ("features of batch 2 of data_iter(4, X, y)", "data_iter(4, X, y) 的第 2 个批量的 特征"),
        ("net[0].weight", "net[0].weight"),
        ("nothing like this phrase", "nothing like this phrase"),
    ],
)
def test_a_name_that_a_check_put_together_is_taken_apart_again(english, chinese):
    with speaking(CHINESE):
        assert phrase(english).replace(" ", "") == chinese.replace(" ", "")
    assert phrase(english) == english


def test_what_a_hand_in_says_is_not_taken_apart():
    said = "KeyError: a value of the losses of it"
    message = Message("What your code gave back cannot be used here ({error}).", {"error": said})
    with speaking(CHINESE):
        assert said in message.render()


def test_a_value_of_one_word_stays_unless_its_field_is_for_words():
    with speaking(CHINESE):
        assert "grade" in Message("There is no exercise {wanted}. `course list` shows them all.", {"wanted": "grade"}).render()
        told = Message(
            "The model came in {mode} mode, and train_epoch(…) trained it in evaluation mode.", {"mode": "training"}
        )
        assert told.render().startswith("模型传入时处于训练模式")


def test_fields_leave_no_gaps_between_chinese_letters():
    name = "X after pad2d(X, 1) for X (3, 4)"
    with speaking(CHINESE):
        said = Message("{name} has shape {got}, but {asked} is asked.", {"name": name, "got": (2,), "asked": (3,)}).render()
    assert said == "pad2d(X, 1)（X 的形状为 (3, 4)）之后的 X 的形状是 (2,)，要求的是 (3,)。"
