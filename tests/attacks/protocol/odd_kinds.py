# Every kind of fault is an array or a list: comparing it with a name must not trip the grader.
import numpy as np

import grader.worker.session as session


def answer(self, request):
    if request["do"] == "load":
        return {"value": None}
    return {"fault": {"kind": np.arange(4), "type": np.arange(4), "message": np.arange(4), "lines": np.arange(4)}}


session.Session.answer = answer
