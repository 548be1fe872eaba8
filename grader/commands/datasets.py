"""`course datasets`: what data there is, and the full sets for those with a network."""

import click

from grader.course import Course

FETCH = "course datasets --fetch"


@click.command()
@click.option("--fetch", metavar="NAME", help="Download a full data set, with a progress bar.")
def command(fetch: str | None) -> None:
    """List the data sets in datasets/. No exercise needs one that is not here already."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from grader.datasets import all_datasets
    from grader.errors import CourseError
    from grader.language import mark, translate, translated

    course = Course.find()
    found = {dataset.name: dataset for dataset in all_datasets(course)}
    if fetch:
        fetchable = [name for name, dataset in found.items() if dataset.fetch]
        if fetch not in fetchable:
            raise CourseError("{dataset} cannot be fetched; {others} can.", dataset=fetch, others=", ".join(fetchable))
        get = found[fetch].fetch
        assert get
        get(found[fetch].folder)
        click.echo(
            translate("{dataset} is in {folder}.", dataset=fetch, folder=found[fetch].folder.relative_to(course.root))
        )
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in (mark("Data set"), mark("Files"), mark("MB"), mark("About")):
        table.add_column(translated(column), justify="right" if column in ("Files", "MB") else "left")
    for dataset in found.values():
        here = dataset.files
        table.add_row(
            dataset.name,
            str(here) if here else "–",
            f"{dataset.megabytes:.1f}" if here else "–",
            translated(dataset.about) + ("" if here or not dataset.fetch else f": {FETCH} {dataset.name}"),
        )
    Console(highlight=False).print(table)
