"""`course`: the command line. Each command is a module of its own, imported when it is called."""

import importlib
import os
import sys

import click

from grader import __version__
from grader.errors import CourseError, GraderFault

COMMANDS = {
    "list": "Exercises, with progress and marks so far.",
    "show": "The task text of an exercise.",
    "grade": "Grade your exercises.",
    "hint": "The next hint for an exercise.",
    "reset": "Put the stub back; your file is kept beside it.",
    "datasets": "The data there is, and full sets to fetch.",
    "doctor": "What this machine has, and what to do about the rest.",
    "dev": "For authors: new, stub, check.",
}


class LazyGroup(click.Group):
    """A group that imports a command only when it is called, so that `course --help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of a student's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command's own module has it, under the command's name."""
        if name not in COMMANDS:
            return None
        if ctx.resilient_parsing or "--help" in sys.argv[1:2]:
            return click.Command(name, short_help=COMMANDS[name])
        command: click.Command = importlib.import_module(f"grader.commands.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's own, with a near name for one that is misspelt."""
        import difflib

        if args and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            suggestion = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"No such command: {args[0]}.{suggestion}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="course")
def course() -> None:
    """Exercises on TensorFlow, PyTorch, linear networks and CNNs.

    Edit a file in exercises/, then grade it:

        course grade ex03

    Exit codes: 0 all points, 1 points missing, 2 wrong use, 3 the grader itself failed.
    """


def main() -> None:
    """Run the command line; the one place where an error becomes a sentence and an exit code."""
    # The grader compares small arrays: threads of a BLAS only fight the workers for the cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        course.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except CourseError as error:
        click.echo(f"course: {error}", err=True)
        sys.exit(error.exit_code)
    except GraderFault as error:
        click.echo(f"course: the grader failed, not the submission: {error}", err=True)
        sys.exit(error.exit_code)
