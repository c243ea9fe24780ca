"""What can be made of a session: which product, in which form and for whom, and how its files are called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from facilitator.problems import Problem, Refused
from facilitator.words import LANGUAGES, Words

Form = Literal["html", "odt", "pdf", "ics", "csv", "toml", "txt", "md", "svg"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)
Product = Literal[
    "verslag",
    "terugkoppeling",
    "besluitenlijst",
    "brief",
    "buurtagenda",
    "wijkplan",
    "dorpendeal",
    "poster",
    "plaatjes",
]
"""What the field calls them; in every language of the app, as they are names."""
PRODUCTS: Final[tuple[Product, ...]] = get_args(Product)
Reader = Literal["everyone", "facilitator"]
"""Who a report is for: the facilitator's own copy also has coaching, open questions and the programme."""
READERS: Final[tuple[Reader, ...]] = get_args(Reader)

DOCUMENTS: Final[tuple[Form, ...]] = ("html", "odt", "pdf", "txt", "md")
"""The forms of what is read; the others hold a part of the session for another program."""
FORMS_OF: Final[dict[Product, tuple[Form, ...]]] = {
    **dict.fromkeys(PRODUCTS, DOCUMENTS),
    "verslag": (*DOCUMENTS, "ics", "csv", "toml"),
    "poster": ("html",),
    "plaatjes": ("svg",),
}
"""In which forms each can be made; the first is the usual one."""
FILES: Final[dict[Form, tuple[str, ...]]] = {
    "ics": ("calendar",),
    "csv": ("decisions", "results"),
    "toml": ("share",),
}
"""What files hold that are no document, by the word for it in a name."""


@dataclass(frozen=True)
class Order:
    """What is to be made of a session."""

    product: Product = "verslag"
    form: Form = "html"
    reader: Reader = "everyone"
    template: bytes | None = None
    """An ODT of one's own, for the letter to the board."""

    @classmethod
    def of(
        cls,
        product: Product | None = None,
        form: Form | None = None,
        reader: Reader | None = None,
        template: bytes | None = None,
    ) -> Order:
        """Give an order with what is usual where nothing was chosen. Raises Refused where it cannot be."""
        product, reader = product or "verslag", reader or "everyone"
        possible = FORMS_OF[product]
        form = form or ("odt" if template is not None else possible[0])
        order = cls(product, form, reader, template)
        if form not in possible:
            forms = ", ".join(possible)
            raise Refused(Problem("cli.not_so", {"product": product, "form": form, "forms": forms}))
        if reader == "facilitator" and (product != "verslag" or form not in DOCUMENTS):
            raise Refused(Problem("cli.own_report", {"forms": ", ".join(DOCUMENTS)}))
        if template is not None and (product, form) != ("brief", "odt"):
            raise Refused(Problem("cli.no_template"))
        return order


def made_folder(session: Path) -> Path:
    """Give where everything stands that is made of a session: a folder beside its file, called after it."""
    return session.with_suffix("")


def message_ending(t: Words) -> str:
    """Give how the name of the message goes on after that of its session."""
    return f"-{t('report.file.message')}.txt"


def endings(order: Order, t: Words) -> list[str]:
    """Give how the names go on of what is made, but for pictures, which are called after what they show."""
    if order.form in FILES:
        return [f"-{t(f'report.file.{word}')}.{order.form}" for word in FILES[order.form]]
    whose = f"-{t('report.file.own')}" if order.reader == "facilitator" else ""
    return [f"-{t(f'report.file.{order.product}')}{whose}.{order.form}"]


def beside_endings() -> list[str]:
    """Give how the names go on of what earlier versions of the app put beside a session, in any language."""
    spoken = [Words(language) for language in LANGUAGES]
    reports = [Order(form=form) for form in ("html", "txt", "md")]
    return [
        *(message_ending(t) for t in spoken),
        *(ending for t in spoken for order in reports for ending in endings(order, t)),
    ]
