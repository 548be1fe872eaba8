"""`course`: the command line. Each command is a module of its own, imported when it is called."""

import copy
import importlib
import inspect
import io
import os
import re
import sys
from typing import TYPE_CHECKING, TypeVar

import click

from grader import __version__
from grader.errors import CourseError, GraderFault
from grader.language import NAMES, choose, mark, speak, translate, translated

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "list": "Exercises, with progress and marks so far.",
    "show": "The task text of an exercise.",
    "grade": "Grade your exercises.",
    "watch": "Grade at each save, and go on to the next exercise.",
    "hint": "The next hint, from a question to nearly there.",
    "reset": "Put the stub back; your file is kept beside it.",
    "datasets": "The data there is, and full sets to fetch.",
    "doctor": "What this machine has, and what to do about the rest.",
    "completion": "What your shell needs to complete commands and exercises.",
    "release": "For instructors: the student bundle and nbgrader's course folder.",
    "batch": "For instructors: grade a folder of hand-ins.",
    "report": "For instructors: the report of a graded class.",
    "similar": "For instructors: hand-ins that resemble each other.",
    "export": "For instructors: the grade table for a learning platform.",
    "dev": "For authors: new, stub, check.",
}

Command = TypeVar("Command", bound=click.Command)


class LazyGroup(click.Group):
    """A group that imports a command only when it is called, so that `course --help` is quick."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As click's own, in the current language."""
        super(LazyGroup, _in_language(self)).format_help(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of a student's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command's own module has it, under the command's name."""
        if name not in COMMANDS:
            return None
        if "--help" in sys.argv[1:2]:
            return click.Command(name, short_help=COMMANDS[name])
        return _in_language(load(name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing one."""
        with formatter.section(translate("Commands")):
            formatter.write_dl([(name, translated(line)) for name, line in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The commands that begin so, without importing one."""
        from click.shell_completion import CompletionItem

        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        begun = [name for name in COMMANDS if name.startswith(incomplete)]
        return [CompletionItem(name, help=translated(COMMANDS[name])) for name in begun]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's own, with a near name for one that is misspelt."""
        import difflib

        if args and args[0] not in COMMANDS:
            if ctx.resilient_parsing:  # the shell asks what could follow
                return None, None, args
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            suggestion = translate(" Did you mean {near}?", near=near[0]) if near else ""
            raise click.UsageError(translate("No such command: {name}.", name=args[0]) + suggestion, ctx)
        return super().resolve_command(ctx, args)


def load(name: str) -> click.Command:
    """The command of this name, its module imported."""
    command: click.Command = importlib.import_module(f"grader.commands.{name}").command
    return command


def _lang_option() -> click.Option:
    # Read before click reads anything, by `choose`; here so that it is allowed and shown.
    words = mark("The language: {languages}. Without it COURSE_LANG decides, then the locale.")
    return click.Option(
        ["--lang"], metavar="LANGUAGE", expose_value=False, help=translate(words, languages=", ".join(NAMES))
    )


def _in_language(command: Command) -> Command:
    """A copy of the command with `--lang`, and its help in the current language."""
    made = copy.copy(command)
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(command.help or ""))
    made.help = "\n\n".join(translated(" ".join(paragraph.split())) for paragraph in paragraphs)
    made.params = [_parameter_in_language(each) for each in command.params if each.name != "lang"]
    if not isinstance(command, click.Group) or isinstance(command, LazyGroup):
        made.params.append(_lang_option())
    return made


def _parameter_in_language(parameter: click.Parameter) -> click.Parameter:
    made = copy.copy(parameter)
    if isinstance(made, click.Option) and made.help:
        made.help = translated(made.help)
    return made


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="course")
@click.option("--lang", expose_value=False)
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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console's own code page may lack ✔ and ŷ
    try:
        speak(choose(sys.argv[1:], os.environ))
        course.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo(translate("Stopped."), err=True)
        sys.exit(130)
    except CourseError as error:
        click.echo(f"course: {error.message.render()}", err=True)
        sys.exit(error.exit_code)
    except GraderFault as error:
        click.echo(
            "course: " + translate("the grader failed, not the submission: {reason}", reason=str(error)), err=True
        )
        sys.exit(error.exit_code)
