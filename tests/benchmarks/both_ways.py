"""Every exercise as a module and as a notebook: solution, stub and three mutants have the same marks both ways.

Run it with `python tests/benchmarks/both_ways.py [ex03 …]`; exit code 1 where marks differ. It takes some minutes.
"""

import sys
import time

from grader.course import Course
from grader.grading import Options, grade
from grader.zygotes import Zygotes
from tests.test_notebook import both_ways, marks


def main() -> int:
    course = Course.find()
    chosen = [course.exercise(name) for name in sys.argv[1:]] or course.exercises
    wrong = 0
    with Zygotes() as zygotes:
        for exercise in chosen:
            started = time.monotonic()
            solution = exercise.solution.read_text()
            sources = {"solution": solution, "stub": exercise.file.read_text()}
            sources |= {path.name: f"{solution}\n\n{path.read_text()}" for path in exercise.mutants[:3]}
            options = Options(seed=1, hidden=course.hidden_folders())
            for name, source in sources.items():
                first, second = (
                    grade(exercise, each, zygotes.start(exercise), options) for each in both_ways(exercise, source)
                )
                if marks(first) != marks(second):
                    wrong += 1
                    print(f"{exercise.id} {name}: {first.score} as a module, {second.score} as a notebook")
            print(f"{exercise.id}: {len(sources)} hand-ins both ways, {time.monotonic() - started:.1f} s", flush=True)
    print(f"{wrong} differ")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
