"""`course completion`: Tab completes commands, options and exercises."""

import click

INSTALL = {
    "bash": ("~/.bashrc", 'eval "$(course completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(course completion zsh)"'),
    "fish": ("~/.config/fish/completions/course.fish", "course completion fish | source"),
}
"""Where each shell reads what it should do at its start, and the line for it."""


@click.command()
@click.argument("shell", type=click.Choice(list(INSTALL)), required=False)
def command(shell: str | None) -> None:
    """Print what SHELL needs to complete course's commands, options and exercises.

    Without SHELL it says which line to put into which file.
    """
    from click.shell_completion import get_completion_class

    from grader.cli import course
    from grader.language import translate

    if shell is None:
        click.echo(translate("Put the line for your shell into its file, and open a new terminal:"))
        for name, (file, line) in INSTALL.items():
            click.echo(f"  {name:<6}{file:<42}{line}")
        return
    made = get_completion_class(shell)
    assert made
    click.echo(made(course, {}, "course", "_COURSE_COMPLETE").source())
