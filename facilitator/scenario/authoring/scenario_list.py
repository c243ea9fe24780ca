"""Every scenario there is: what it is for, how long it takes, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.scenario.library import FileHeading
from facilitator.words import Words

INDENT = "  "


def list_scenarios(found: Sequence[FileHeading], t: Words) -> Iterator[str]:
    """Give the lines of a list: a name to type, and under it what one needs to choose."""
    parts = {
        heading.series: max(other.part for other in found if other.series == heading.series)
        for heading in found
    }
    for number, heading in enumerate(found):
        if number:
            yield ""
        yield f"{heading.path.stem}  {t('authoring.list.own')}" if heading.own else heading.path.stem
        title = t("authoring.list.title", title=heading.title, minutes=heading.minutes)
        if heading.series:
            title += t(
                "authoring.list.part", part=heading.part, of=parts[heading.series], series=heading.series
            )
        yield f"{INDENT}{title}"
        yield f"{INDENT}{heading.purpose}"
        if heading.audience:
            people = t("authoring.list.people", n=heading.people) if heading.people else ""
            yield f"{INDENT}{t('authoring.list.audience', audience=heading.audience.rstrip('.'))}{people}"
        yield from (f"{INDENT}{t('authoring.list.source', source=source)}" for source in heading.sources)
