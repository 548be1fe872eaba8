# Says that the probe could not start, which is the grader's fault: no wrong answer, and nobody to be marked.
import grader.worker.session as session


def answer(self, request):
    if request["do"] == "load":
        return {"value": None}
    return {"broken": "ImportError: libtorch is missing"}


session.Session.answer = answer
