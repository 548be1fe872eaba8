# Names, messages and types of megabytes, with escape sequences, in every place of a fault that takes a text.
import grader.worker.session as session

LONG = "\x1b[2J\x1b]0;passed\x07\u202e" + "x" * 5_000_000
asked = 0


def answer(self, request):
    global asked
    if request["do"] == "load":
        return {"value": None}
    kind = ("missing", "syntax", "raised", "memory", "exit")[asked % 5]
    asked += 1
    message = [LONG, LONG] if kind == "missing" else LONG
    return {"fault": {"kind": kind, "type": LONG, "message": message, "lines": [[1, LONG]] * 6}}


session.Session.answer = answer
