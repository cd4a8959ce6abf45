"""Addresses of packing, slips and the village point."""

from django.urls import path

from desk import packing, packing_slips, point

urlpatterns = [
    path("", packing.home, name="home"),
    path("picking/", packing.picking, name="picking"),
    path("orders/<slug:number>/cannot-send/", packing.cannot_send, name="cannot-send"),
    path("orders/<slug:number>/slip/", packing_slips.slip, name="slip"),
    path("orders/<slug:number>/slip/<slug:size>/", packing_slips.printed, name="slip-printed"),
    path("o/<slug:number>/", packing_slips.opened, name="opened"),
    path("point/<slug:code>/", point.page, name="point"),
    path("point/<slug:code>/hand-over/", point.hand_over, name="point-hand-over"),
    path("point/<slug:code>/parcels/<slug:number>/", point.parcel, name="point-parcel"),
    path("point/<slug:code>/parcels/<slug:number>/take/", point.take, name="point-take"),
    path("point/<slug:code>/parcels/<slug:number>/label/", point.label, name="point-label"),
]
