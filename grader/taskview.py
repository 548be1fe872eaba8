"""The task text of an exercise in a terminal."""

from rich.markdown import Markdown, MarkdownContext, Paragraph

from grader.course import Exercise
from grader.prose import Prose
from grader.tasktext import task_text


class _Paragraph(Paragraph):
    def on_enter(self, context: MarkdownContext) -> None:
        super().on_enter(context)
        self.text = Prose(justify="left")


class _Page(Markdown):
    elements = {**Markdown.elements, "paragraph_open": _Paragraph}  # noqa: RUF012


def task_view(exercise: Exercise) -> Markdown:
    """What it teaches and what each function must do, in the current language."""
    return _Page(task_text(exercise), code_theme="ansi_dark")
