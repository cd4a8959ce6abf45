"""`manage.py import_designation FILE --document-number … --document-date …`: a preview, and with --confirm the deed."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from common.audit import Actor
from common.errors import DomainError
from places.designation.papers import day_in, paper
from places.designation.preview import Paper, Preview
from places.designation.queries import preview_of
from places.designation.reading import Reading, read_list
from places.designation.services import Choice, Imported, import_list
from places.designation.sheets import MAX_BYTES
from places.designation.table import Kind
from places.designation.wording import warnings


class Command(BaseCommand):
    """Writes only with --confirm; anything that is refused ends with an exit code other than 0."""

    help = "Shows what a signed list of villages (or with --batch: of demonstration towns) would designate."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, its document, and what to do with it."""
        parser.add_argument("file", help=".xlsx or .csv, at most 1 MB")
        parser.add_argument("--document-number", required=True, help="number of the signed document")
        parser.add_argument("--document-date", required=True, help="its date, 2026-03-02")
        parser.add_argument("--batch", type=int, help="2 or 3: a list of demonstration towns")
        parser.add_argument("--only-good", action="store_true", help="leave out the rows that are refused")
        parser.add_argument("--confirm", action="store_true", help="write; without it nothing is written")
        parser.add_argument("--by", default="", metavar="NAME", help="who asks for it, for the record")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401  Django's own signature
        """Reads, shows, and writes if told to."""
        try:
            named = paper(
                kind=Kind.VILLAGES if options["batch"] is None else Kind.TOWNS,
                batch=options["batch"],
                document_no=options["document_number"],
                document_date=day_in(options["document_date"]),
                now=timezone.now(),
            )
            reading = _read(Path(options["file"]), named.kind)
            self._show(preview_of(reading, named))
            if not options["confirm"]:
                self.stdout.write(_("没有写入。看过没有问题，再加 --confirm。"))
                return
            self.stdout.write(
                _said(_import(reading, named, only_good=options["only_good"], by=options["by"]))
            )
        except DomainError as error:
            raise CommandError(error.message) from error

    def _show(self, preview: Preview) -> None:
        listed = preview.reading.listed
        for row in preview.rows:
            place = row.place.label if row.place else row.row.as_read
            reason = f" {row.reason.sentence}" if row.reason else ""
            self.stdout.write(f"{row.row.line:>5}  {row.outcome.label}  {place}{reason}")
        for line, text in listed.skipped:
            self.stdout.write(f"{line:>5}  {_('没有读')}  {text}")
        if listed.unread:
            self.stdout.write(_("没有读的列：%(columns)s") % {"columns": " / ".join(listed.unread)})
        self.stdout.write(
            _("新列入 %(new)s，已在名单 %(already)s，不能列入 %(bad)s。")
            % {"new": preview.new, "already": preview.already, "bad": preview.bad}
        )
        for warning in warnings(preview):
            self.stdout.write(self.style.WARNING(warning))


def _read(path: Path, kind: Kind) -> Reading:
    try:
        with path.open("rb") as file:
            # One byte more than is allowed shows that there is more.
            return read_list(file.read(MAX_BYTES + 1), file_name=path.name, kind=kind)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error


def _import(reading: Reading, named: Paper, *, only_good: bool, by: str) -> Imported:
    label = "manage.py import_designation"
    return import_list(
        reading=reading,
        paper=named,
        choice=Choice.ONLY_GOOD if only_good else Choice.ALL,
        shown=None,
        draft_key=uuid4(),
        actor=Actor(id="", label=f"{by[:80]} ({label})" if by else label),
        now=timezone.now(),
    )


def _said(imported: Imported) -> str:
    if imported.listing is None:
        return _("名单里的都已登记，没有改动。")
    return _("已登记 %(count)s 处，名单编号 %(number)s。") % {
        "count": imported.listing.new_rows,
        "number": imported.listing.pk,
    }
