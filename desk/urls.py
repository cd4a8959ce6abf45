"""The villager's addresses."""

from django.urls import path

from desk import views

app_name = "desk"

urlpatterns = [
    path("", views.home, name="home"),
    path("orders/", views.orders, name="orders"),
    path("orders/pack/", views.pack, name="pack"),
    path("orders/<slug:number>/", views.order, name="order"),
    path("orders/<slug:number>/ship/", views.ship, name="ship"),
    path("money/", views.money, name="money"),
    path("money/<int:vendor_id>/", views.money, name="money-of"),
]
