"""Designation by list: who is designated by which document; the city's officers read, confirm and withdraw lists."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.queries import actor
from common.errors import DomainError, NotForYou
from common.paging import page_of
from office.designation_form import VILLAGES, ListForm, ReasonForm
from office.guard import Officer, city_only, found_or_404, officers_only
from places.designation import drafts, queries, services
from places.designation.papers import paper
from places.designation.reading import read_list
from places.designation.services import Choice
from places.designation.sheets import MAX_BYTES, UnreadableFile
from places.designation.table import Kind
from places.designation.wording import warnings
from places.models import DesignationDraft


@officers_only
def board(request: HttpRequest, officer: Officer) -> HttpResponse:
    """n of 16, the flying geese, and the lists so far."""
    may_register = officer.scope.everything
    shown = {
        "officer": officer,
        "count": queries.count(),
        "board": queries.board(),
        "villages": queries.designated_villages(),
        "page": page_of(queries.lists(), query=request.GET),
        "may_register": may_register,
        "drafts": queries.drafts(now=timezone.now()) if may_register else [],
    }
    return render(request, "office/designation.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@city_only
def read(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Choose a file; what is read waits as a draft, and nothing is designated."""
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        kept = _kept(form, officer)
        if kept is not None:
            return redirect("office:designation-draft", key=kept.key)
    return render(request, "office/designation_read.html", {"officer": officer, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@city_only
def draft(request: HttpRequest, officer: Officer, key: UUID) -> HttpResponse:
    """Row by row what the list would do; posting confirms it."""
    if request.method == "POST":
        return _confirmed(request, officer, key)
    now = timezone.now()
    try:
        found = queries.draft_by_key(key, now=now)
    except NotForYou as error:
        listing = queries.confirmed_from(key)
        if listing is None:
            raise Http404 from error
        messages.info(request, _("这份名单已经登记。"))
        return redirect("office:designation-list", list_id=listing.pk)
    preview = queries.preview_of(drafts.reading_of(found), drafts.paper_of(found))
    shown = {
        "officer": officer,
        "draft": found,
        "preview": preview,
        "expected": queries.count().expected,
        "warnings": warnings(preview),
    }
    return render(request, "office/designation_draft.html", shown)


@require_POST
@city_only
def drop(request: HttpRequest, officer: Officer, key: UUID) -> HttpResponse:
    """The wrong file: nothing of it stays."""
    found_or_404(lambda: queries.draft_by_key(key, now=timezone.now()))
    drafts.drop(key)
    messages.success(request, _("已放弃，没有登记。"))
    return redirect("office:designation")


@officers_only
def imported(request: HttpRequest, officer: Officer, list_id: int) -> HttpResponse:
    """One list as it was registered, with its rows."""
    listing = found_or_404(lambda: queries.list_by_id(list_id))
    shown = {
        "officer": officer,
        "listing": listing,
        "rows": queries.rows_of(listing),
        "may_withdraw": officer.scope.everything and not hasattr(listing, "withdrawal"),
        "form": ReasonForm(),
    }
    return render(request, "office/designation_list.html", shown)


@require_POST
@city_only
def withdraw(request: HttpRequest, officer: Officer, list_id: int) -> HttpResponse:
    """Ends what the list designated."""
    found_or_404(lambda: queries.list_by_id(list_id))
    try:
        services.withdraw(
            list_id=list_id,
            reason=request.POST.get("reason", ""),
            actor=actor(officer.user),
            now=timezone.now(),
        )
        messages.success(request, _("已撤回，这份名单登记的都已结束。"))
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("office:designation-list", list_id=list_id)


def _kept(form: ListForm, officer: Officer) -> DesignationDraft | None:
    """The draft, or None with the refusal at the field that it is about."""
    given, now = form.cleaned_data, timezone.now()
    batch = None if given["designates"] == VILLAGES else int(given["designates"])
    file: UploadedFile = given["file"]
    try:
        named = paper(
            kind=Kind.VILLAGES if batch is None else Kind.TOWNS,
            batch=batch,
            document_no=given["document_no"],
            document_date=given["document_date"],
            now=now,
        )
        # One byte more than is allowed shows that there is more.
        reading = read_list(file.read(MAX_BYTES + 1), file_name=file.name or "", kind=named.kind)
    except UnreadableFile as error:
        form.add_error("file", error.message)
        return None
    except DomainError as error:
        form.add_error({"bad_document_date": "document_date"}.get(error.code, "document_no"), error.message)
        return None
    return drafts.keep(reading, named, actor=actor(officer.user), now=now)


def _confirmed(request: HttpRequest, officer: Officer, key: UUID) -> HttpResponse:
    try:
        done = services.confirm(
            key=key,
            choice=Choice.ONLY_GOOD if request.POST.get("choice") == Choice.ONLY_GOOD else Choice.ALL,
            shown=request.POST.get("shown", ""),
            actor=actor(officer.user),
            now=timezone.now(),
        )
    except NotForYou as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("office:designation-draft", key=key)
    if done.listing is None:
        messages.info(request, _("名单里的都已登记，没有改动。"))
        return redirect("office:designation")
    messages.success(request, _("已登记 %(count)s 处。") % {"count": done.listing.new_rows})
    return redirect("office:designation-list", list_id=done.listing.pk)
