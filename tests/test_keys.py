import os
import subprocess
import sys

import pytest

from grader.keys import names

CODE = """
import queue
from grader.keys import listening
heard = queue.Queue()
with listening(heard.put):
    print("ready", flush=True)
    while (key := heard.get(timeout=20)) not in ("q", "closed"):
        print(f"<{key}>", flush=True)
print("over", key, flush=True)
"""


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        ("h", ["h"]),
        ("hl", ["h", "l"]),
        ("\x1b[A", ["up"]),
        ("\x1b", ["escape"]),
        ("\r", ["enter"]),
        ("\x1b[99~", []),
        ("\x00", []),
        ("字", ["字"]),
    ],
)
def test_what_a_terminal_sends_has_names(sent, heard):
    assert names(sent) == heard


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_keys_come_without_enter_and_the_terminal_is_as_before():
    import termios

    ours, theirs = os.openpty()
    before = termios.tcgetattr(theirs)
    with subprocess.Popen([sys.executable, "-c", CODE], stdin=theirs, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        for sent, line in ((b"h", "<h>\n"), (b"\x1b[B", "<down>\n")):
            os.write(ours, sent)
            assert process.stdout.readline() == line
        os.write(ours, b"q")
        assert process.stdout.readline() == "over q\n"
    assert process.returncode == 0
    assert termios.tcgetattr(theirs) == before
    os.close(theirs)
    os.close(ours)


def test_without_a_terminal_nothing_is_heard_and_nothing_waits():
    code = CODE.split("with listening")[0] + (
        "with listening(heard.put):\n    pass\n"
        "assert heard.empty()\nprint('over')\n"
    )
    result = subprocess.run([sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert result.stdout == "over\n", result.stderr
