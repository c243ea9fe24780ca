"""Every scenario there is: what it is for, how long it takes, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.scenario.library import FileHeading
from facilitator.words import Words

INDENT = "  "


def list_scenarios(found: Sequence[FileHeading], t: Words) -> Iterator[str]:
    """Give the lines of a list: a name to type, and under it what one needs to choose."""
    parts = {each.series: max(other.part for other in found if other.series == each.series) for each in found}
    for number, each in enumerate(found):
        if number:
            yield ""
        yield f"{each.path.stem}  {t('authoring.list.own')}" if each.own else each.path.stem
        title = t("authoring.list.title", title=each.title, minutes=each.minutes)
        if each.series:
            title += t("authoring.list.part", part=each.part, of=parts[each.series], series=each.series)
        yield f"{INDENT}{title}"
        yield f"{INDENT}{each.purpose}"
        if each.audience:
            people = t("authoring.list.people", n=each.people) if each.people else ""
            yield f"{INDENT}{t('authoring.list.audience', audience=each.audience.rstrip('.'))}{people}"
        yield from (f"{INDENT}{t('authoring.list.source', source=source)}" for source in each.sources)
