"""The villager's addresses."""

from django.urls import path

from desk import acting, goods, joining, members, money, money_costs, packing_urls, selling, views

app_name = "desk"

urlpatterns = [
    *packing_urls.urlpatterns,
    path("orders/", views.orders, name="orders"),
    path("orders/pack/", views.pack, name="pack"),
    path("orders/<slug:number>/", views.order, name="order"),
    path("orders/<slug:number>/ship/", views.ship, name="ship"),
    path("money/", money.money, name="money"),
    path("money/<int:vendor_id>/", money.money, name="money-of"),
    path("money/<int:vendor_id>/card/", money.card, name="money-card"),
    path("money/<int:vendor_id>/<slug:figure>/<slug:period>/", money.opened, name="money-figure"),
    path("money/entries/<int:entry_id>/", money.entry, name="money-entry"),
    path("costs/", money_costs.costs, name="costs"),
    path("costs/<int:cost_id>/back/", money_costs.back, name="cost-back"),
    path("costs/<int:cost_id>/slip.jpg", money_costs.slip, name="cost-slip"),
    path("join/", joining.card, name="join"),
    path("join/apply/", joining.apply, name="join-apply"),
    path("shop/", joining.shop, name="shop"),
    path("shop/<slug:act>/", joining.act, name="shop-act"),
    path("helpers/", members.helpers, name="helpers"),
    path("helpers/<int:consent_id>/end/", members.end, name="helpers-end"),
    path("for-whom/", acting.for_whom, name="for-whom"),
    path("sell/", selling.start, name="sell"),
    path("sell/<int:vendor_id>/", selling.photo, name="sell-photo"),
    path("sell/<int:vendor_id>/photo/<uuid:key>/away/", selling.photo_away, name="sell-photo-away"),
    path("sell/<int:vendor_id>/crop/", selling.crop, name="sell-crop"),
    path("sell/<int:vendor_id>/pack/", selling.pack, name="sell-pack"),
    path("sell/<int:vendor_id>/price/", selling.price, name="sell-price"),
    path("sell/<int:vendor_id>/brings/", selling.brings, name="sell-brings"),
    path("sell/<int:vendor_id>/anew/", selling.anew, name="sell-anew"),
    path("goods/", goods.listed, name="goods"),
    path("goods/of/<int:vendor_id>/", goods.listed, name="goods-of"),
    path("goods/<int:product_id>/state/<slug:act>/", goods.state, name="goods-state"),
    path("goods/<int:product_id>/sold-out/", goods.sold_out, name="goods-sold-out"),
    path("goods/<int:product_id>/price/", goods.price, name="goods-price"),
    path("goods/<int:product_id>/add/", goods.add, name="goods-add"),
    path("goods/<int:product_id>/words/", goods.words, name="goods-words"),
    path("goods/<int:product_id>/again/", goods.again, name="goods-again"),
    path("goods/undo/<int:change_id>/", goods.undo, name="goods-undo"),
]
