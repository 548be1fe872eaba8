# Described values whose type, dtype and mode are megabytes of control characters.
import grader.worker.session as session

LONG = "\x1b[2J\x07\u202e" + "{0.__class__}" * 500_000


def answer(self, request):
    if request["do"] == "load":
        return {"value": None}
    odd = {"type": LONG, "dtype": LONG, "shape": [LONG]}
    return {"value": {"y_hat": odd, "loss": odd, "result": odd, "w_grad": LONG, "b_grad": LONG, "X": LONG}}


session.Session.answer = answer
