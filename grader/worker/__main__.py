"""`python -m grader.worker FD LIBRARY …`: import the libraries, then fork a worker for each request."""

import os
import sys

from grader.sandbox import namespaces

if __name__ == "__main__":
    namespaces.settle()
    from grader.worker.zygote import serve

    serve(int(sys.argv[1]), sys.argv[2:])
    os._exit(0)  # nothing is left to do, and taking torch down in order takes a second
