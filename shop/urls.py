"""The consumer's addresses."""

from django.urls import path

from shop.views.areas import areas

app_name = "shop"

urlpatterns = [path("areas.json", areas, name="areas")]
