"""A report as an OpenDocument text, for LibreOffice and Word: written by hand, with nothing but zip and XML.

Nothing in it says who made it, when, or on which machine; the same report gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from facilitator.document import Report
from facilitator.report.odt_body import OdtBody
from facilitator.report.odt_styles import NAMES, VERSION, styles_xml
from facilitator.words import Words
from facilitator.xml_markup import x, xml_file

MIMETYPE: Final = "application/vnd.oasis.opendocument.text"
MANIFEST: Final = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
SORTS: Final = {
    "xml": "text/xml",
    "rdf": "application/rdf+xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}
"""Of what a package can hold; of the rest the list says nothing."""
UNDATED: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can say."""


def render(report: Report, t: Words) -> bytes:
    """Give the report as a file."""
    body = OdtBody(report)
    return package(
        {
            "content.xml": body.content,
            "styles.xml": styles_xml(t.language),
            "meta.xml": properties(report.title, t),
            **body.pictures,
        }
    )


def package(files: Mapping[str, bytes]) -> bytes:
    """Give the files as one, by their names, with the list of them that belongs beside them."""
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr(_entry("mimetype", ZIP_STORED), MIMETYPE)  # first and plain: by this it is known
        for name, data in files.items():
            packed.writestr(_entry(name), data)
        packed.writestr(_entry("META-INF/manifest.xml"), _manifest(list(files)))
    return made.getvalue()


def properties(title: str, t: Words) -> bytes:
    """Give what the file says of itself: its title and language, and nothing of who made it or when."""
    said = x(
        "office:meta",
        x("dc:title", title),
        x("dc:language", f"{t.language}-{t('report.country')}"),
    )
    return xml_file(x("office:document-meta", said, **NAMES, office__version=VERSION))


def _entry(name: str, how: int = ZIP_DEFLATED) -> ZipInfo:
    """Give an entry that is the same on every machine."""
    entry = ZipInfo(name, UNDATED)
    entry.compress_type = how
    entry.create_system = 0
    entry.external_attr = 0
    return entry


def _manifest(names: list[str]) -> bytes:
    files = [("/", MIMETYPE), *((name, SORTS.get(name.rpartition(".")[2], "")) for name in names)]
    entries = (
        x(
            "manifest:file-entry",
            manifest__full_path=name,
            manifest__media_type=sort,
            manifest__version=VERSION if name == "/" else None,
        )
        for name, sort in files
    )
    return xml_file(x("manifest:manifest", *entries, xmlns__manifest=MANIFEST, manifest__version=VERSION))
