"""The course's grader: checks decide in this process, students' code runs in another."""

__version__ = "0.1.0"
