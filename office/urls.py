"""The office's addresses."""

from django.urls import path

from office import designation, disputes, joining, monitor, records

app_name = "office"

urlpatterns = [
    path("", monitor.home, name="home"),
    path("t/<slug:code>/", monitor.town, name="town"),
    path("v/<slug:code>/", monitor.village, name="village"),
    path("households/", records.households, name="households"),
    path("households/<int:household_id>/", records.household, name="household"),
    path("households/<int:household_id>/invite/", joining.invite, name="invite"),
    path("households/<int:household_id>/helper/", joining.helper, name="helper"),
    path("households/<int:household_id>/costs/", disputes.costs, name="household-costs"),
    path("slips/<int:cost_id>.jpg", disputes.slip, name="slip"),
    path("disputes/", disputes.disputes, name="disputes"),
    path("disputes/<int:dispute_id>/", disputes.one, name="dispute"),
    path("joining/", joining.waiting, name="joining"),
    path("joining/<int:vendor_id>/", joining.review, name="joining-review"),
    path("entries/<int:entry_id>/", records.entry, name="entry"),
    path("receipts/<int:receipt_id>/", records.receipt, name="receipt"),
    path("designation/", designation.board, name="designation"),
    path("designation/read/", designation.read, name="designation-read"),
    path("designation/drafts/<uuid:key>/", designation.draft, name="designation-draft"),
    path("designation/drafts/<uuid:key>/drop/", designation.drop, name="designation-drop"),
    path("designation/lists/<int:list_id>/", designation.imported, name="designation-list"),
    path("designation/lists/<int:list_id>/withdraw/", designation.withdraw, name="designation-withdraw"),
]
