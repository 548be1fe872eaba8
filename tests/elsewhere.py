"""A system that lacks what only Linux has: run the command line, or a worker, with all of it taken away.

    python tests/elsewhere.py course grade ex03
    python tests/elsewhere.py worker torch
"""

import ctypes
import os
import runpy
import signal
import socket
import sys

MODULES = ("resource", "fcntl", "termios", "tty", "pwd", "grp", "landlockpy", "pyseccomp")
FUNCTIONS = {
    os: ("fork", "forkpty", "setsid", "geteuid", "getuid", "setresuid", "setgroups", "chown", "sched_getaffinity", "statvfs"),
    socket: ("send_fds", "recv_fds", "AF_UNIX"),
    signal: ("SIGCHLD", "SIGCONT", "SIGXFSZ", "pthread_kill"),
}


def take_away() -> None:
    for name in MODULES:
        sys.modules[name] = None
    for module, names in FUNCTIONS.items():
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    whole = ctypes.CDLL

    class Library(whole):
        def __init__(self, name, *args, **kwargs):
            if name is None:
                raise TypeError("there is no C library to be had by no name")
            super().__init__(name, *args, **kwargs)

    ctypes.CDLL = Library


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    take_away()
    if what == "worker":
        sys.argv = ["worker", *arguments]
        runpy.run_module("grader.worker.spawned", run_name="__main__")
    else:
        os.environ["COURSE_WORKER"] = "spawn"
        import grader.spawn
        from grader.cli import main

        grader.spawn.COMMAND = (sys.executable, "-P", __file__, "worker")
        sys.argv = ["course", *arguments]
        main()
