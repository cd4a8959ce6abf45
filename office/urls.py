"""The office's addresses."""

from django.urls import path

from office import monitor, records

app_name = "office"

urlpatterns = [
    path("", monitor.home, name="home"),
    path("t/<slug:code>/", monitor.town, name="town"),
    path("v/<slug:code>/", monitor.village, name="village"),
    path("households/", records.households, name="households"),
    path("households/<int:household_id>/", records.household, name="household"),
    path("entries/<int:entry_id>/", records.entry, name="entry"),
    path("receipts/<int:receipt_id>/", records.receipt, name="receipt"),
]
