"""The consumer's addresses."""

from django.urls import path

from shop.views import basket, orders
from shop.views.areas import areas
from shop.views.checkout import checkout
from shop.views.home import home
from shop.views.product import product
from shop.views.search import search
from shop.views.storefronts import town, village

app_name = "shop"
urlpatterns = [
    path("", home, name="home"),
    path("t/<str:code>/", town, name="town"),
    path("v/<str:code>/", village, name="village"),
    path("p/<int:product_id>-<str:slug>/", product, name="product"),
    path("search/", search, name="search"),
    path("areas.json", areas, name="areas"),
    path("basket/", basket.basket, name="basket"),
    path("basket/count.json", basket.count, name="basket-count"),
    path("basket/add/", basket.add, name="basket-add"),
    path("basket/line/<int:line_id>/", basket.line, name="basket-line"),
    path("checkout/", checkout, name="checkout"),
    path("me/", orders.my_orders, name="my-orders"),
    path("o/<str:token>/", orders.order, name="order"),
    path("o/<str:token>/state.json", orders.state, name="order-state"),
    path("o/<str:token>/pay/", orders.pay, name="pay"),
    path("o/<str:token>/return/", orders.pay_return, name="pay-return"),
    path("o/<str:token>/cancel/", orders.cancel, name="cancel"),
    path("o/<str:token>/confirm/<str:number>/", orders.confirm, name="confirm"),
    path("o/<str:token>/late/<str:number>/", orders.cancel_late_part, name="cancel-late"),
]
