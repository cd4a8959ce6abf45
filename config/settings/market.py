"""The market's own rules that an office may change. Each names its source or says it is a default."""

from datetime import timedelta

from django.core.exceptions import ImproperlyConfigured

from config.settings.env import decimal, environment, listed, provinces, whole, yuan

# Time limits (design: "Time limits"). Stripe's sessions live a day, hence the longest (payments.gateways.registry).
ONLINE_PAYMENT_MINUTES = whole("ONLINE_PAYMENT_MINUTES", default=30, least=1, most=1380)
BANK_TRANSFER_DAYS = whole("BANK_TRANSFER_DAYS", default=3, least=1, most=365)
# 签收 is taken as given this many days after dispatch when the buyer says nothing.
AUTO_RECEIVE_DAYS = whole("AUTO_RECEIVE_DAYS", default=10, least=1, most=365)
# Consumer Protection Law art. 25: seven days where return without reason is lawful.
CLAIM_WINDOW_RETURNABLE = timedelta(days=7)
# Custom for fresh goods: claims for spoiled pieces within 48 hours of receipt.
CLAIM_WINDOW_PERISHABLE = timedelta(hours=48)

# Income (design: "Money").
INCOME_YEAR_START_MONTH = whole("INCOME_YEAR_START_MONTH", default=10, least=1, most=12)
# The day on which money counts as income. Only "paid", the day of the payout, is built (docs/money.md).
INCOME_BASIS = environment.str("INCOME_BASIS", default="paid")
if INCOME_BASIS != "paid":
    raise ImproperlyConfigured("INCOME_BASIS knows only: paid.")
FREIGHT_IN_INCOME = environment.bool("FREIGHT_IN_INCOME", default=False)
# Share of the goods amount that the platform keeps; 0 until the operator decides otherwise.
PLATFORM_FEE_RATE = decimal("PLATFORM_FEE_RATE", default="0", most="1")

# Freight by class of goods, per parcel of one vendor: first kilogram, each further one, free over.
FREIGHT_TEMPLATES = {
    "normal": {
        "first_kg": yuan("FREIGHT_FIRST_KG", default="8.00"),
        "further_kg": yuan("FREIGHT_FURTHER_KG", default="2.00"),
        "free_over": yuan("FREIGHT_FREE_OVER", default="99.00"),
    },
    "cold": {
        "first_kg": yuan("FREIGHT_COLD_FIRST_KG", default="18.00"),
        "further_kg": yuan("FREIGHT_COLD_FURTHER_KG", default="4.00"),
        "free_over": None,
    },
}
# Provinces by their two digits (GB/T 2260): dearer by this factor, and not served at all.
FREIGHT_FAR_PROVINCES = provinces("FREIGHT_FAR_PROVINCES", default="15,62,63,64,46")
FREIGHT_FAR_FACTOR = decimal("FREIGHT_FAR_FACTOR", default="2", least="1")
FREIGHT_NOT_SERVED = provinces("FREIGHT_NOT_SERVED", default="54,65,71,81,82")

# What signed lists are held against: 省定的16条贫困村 (plan, 三(二)7); 第二批选取2-3个镇（街） (三(一)2).
EXPECTED_DESIGNATIONS = whole("EXPECTED_DESIGNATIONS", default=16, least=0, most=999)
SECOND_BATCH_LEAST = whole("SECOND_BATCH_LEAST", default=2, least=0, most=14)
SECOND_BATCH_MOST = whole("SECOND_BATCH_MOST", default=3, least=SECOND_BATCH_LEAST, most=14)

# Stripe. Offered only when the secret key is set.
STRIPE_SECRET_KEY = environment.str("STRIPE_SECRET_KEY", default="")
STRIPE_WEBHOOK_SECRETS = listed("STRIPE_WEBHOOK_SECRET")
STRIPE_API_BASE = environment.str("STRIPE_API_BASE", default="https://api.stripe.com")
# Where the provider's pay page lies.
STRIPE_PAY_ORIGIN = environment.str(
    "STRIPE_PAY_ORIGIN",
    default="https://checkout.stripe.com" if STRIPE_API_BASE == "https://api.stripe.com" else STRIPE_API_BASE,
)
STRIPE_METHODS = listed("STRIPE_METHODS", default="card,alipay,wechat_pay")
STRIPE_LIVE = environment.bool("STRIPE_LIVE", default=False)
# Whose account receives the money (design: "Money"); printed on the pay page.
GATEWAY_ACCOUNT_OWNER = environment.str("GATEWAY_ACCOUNT_OWNER", default="")
GATEWAY_COLLECTION_DOCUMENT = environment.str("GATEWAY_COLLECTION_DOCUMENT", default="")
BANK_ACCOUNT_NAME = environment.str("BANK_ACCOUNT_NAME", default="")
BANK_ACCOUNT_NUMBER = environment.str("BANK_ACCOUNT_NUMBER", default="")
BANK_NAME = environment.str("BANK_NAME", default="")

# Who runs the shop, as the footer shows it; empty ones are hidden.
OPERATOR_NAME = environment.str("OPERATOR_NAME", default="")
SERVICE_PHONE = environment.str("SERVICE_PHONE", default="")
ICP_NUMBER = environment.str("ICP_NUMBER", default="")
POLICE_NUMBER = environment.str("POLICE_NUMBER", default="")
IS_DEMO = environment.bool("IS_DEMO", default=False)
