"""The consumer's addresses."""

from django.urls import path

from shop.views import basket, orders
from shop.views.areas import areas
from shop.views.back import back, back_unpaid
from shop.views.checkout import checkout
from shop.views.demo import demo_messages
from shop.views.home import home
from shop.views.product import product
from shop.views.search import search
from shop.views.storefronts import town, village

app_name = "shop"
urlpatterns = [
    path("", home, name="home"),
    path("t/<slug:code>/", town, name="town"),
    path("v/<slug:code>/", village, name="village"),
    path("p/<int:product_id>-<str:slug>/", product, name="product"),
    path("search/", search, name="search"),
    path("areas.json", areas, name="areas"),
    path("basket/", basket.basket, name="basket"),
    path("basket/count.json", basket.count, name="basket-count"),
    path("basket/add/", basket.add, name="basket-add"),
    path("basket/line/<int:line_id>/", basket.line, name="basket-line"),
    path("checkout/", checkout, name="checkout"),
    path("demo/messages/", demo_messages, name="demo-messages"),
    path("me/", orders.my_orders, name="my-orders"),
    path("o/<slug:token>/", orders.order, name="order"),
    path("o/<slug:token>/state.json", orders.state, name="order-state"),
    path("o/<slug:token>/pay/", orders.pay, name="pay"),
    path("o/<slug:token>/return/", orders.pay_return, name="pay-return"),
    path("paid/<str:signed>/", back, name="back"),
    path("paid/<str:signed>/not/", back_unpaid, name="back-unpaid"),
    path("o/<slug:token>/cancel/", orders.cancel, name="cancel"),
    path("o/<slug:token>/confirm/<slug:number>/", orders.confirm, name="confirm"),
    path("o/<slug:token>/late/<slug:number>/", orders.cancel_late_part, name="cancel-late"),
]
