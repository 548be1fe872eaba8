"""`python -m grader.worker FD LIBRARY …`: import the libraries, then fork a worker for each request."""

import sys

from grader.sandbox import namespaces

if __name__ == "__main__":
    namespaces.settle()
    from grader.worker.zygote import serve

    serve(int(sys.argv[1]), sys.argv[2:])
