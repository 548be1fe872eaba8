"""What the shell offers when Tab is pressed at an argument."""

import click
from click.shell_completion import CompletionItem


def exercise_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of the exercises, each with its title; names once one is begun. Nothing outside of a course."""
    from grader.course import Course
    from grader.errors import CourseError, GraderFault

    try:
        exercises = Course.find().exercises
        ids = [CompletionItem(each.id, help=each.title) for each in exercises if each.id.startswith(incomplete)]
        names = [CompletionItem(each.name, help=each.title) for each in exercises if each.name.startswith(incomplete)]
    except (CourseError, GraderFault, ValueError, SyntaxError):
        return []
    return ids or names
