"""The rows of the table: what is measured, in the order of the page. docs/performance.md has every one of them."""

STRING, SELECT = "bare Django view, a string of 50 kB", "bare Django view, 50 kB after one SELECT"
STOREFRONT = "storefront page, 24 cards"
KEPT, NGINX = "storefront page, kept in Valkey", "storefront page, behind nginx"
PRODUCT, SEARCH = "product page", "search"
PURCHASE = "purchase of three goods"
PLACING = "placing step of three goods, with the order's page"
RACE = "50 buyers for 10 packs"
MEMORY, START = "memory of a worker", "start-up, process to first page"
FLOW_PURCHASE = "purchase of three goods, through flow/ alone"
FLOW_PLACING = "placing step of three goods, through flow/ alone"
FLOW_RACE = "50 buyers for 10 packs, through flow/ alone"
TOWN = "storefront page of a town"
OFFICE = "office, the city's figures"
HISTORY, PROVE = "filling the tables by SQL", "`manage.py prove`, all identities"
BURST = "500 buyers in one minute on one storefront"

ONCE = (STRING, SELECT)
PEERS = (STOREFRONT, PRODUCT, SEARCH, PURCHASE, PLACING, RACE, MEMORY, START)
OURS = (KEPT, NGINX, FLOW_PURCHASE, FLOW_PLACING, FLOW_RACE, BURST)
LARGE = (
    STOREFRONT,
    KEPT,
    TOWN,
    PRODUCT,
    SEARCH,
    OFFICE,
    PURCHASE,
    PLACING,
    RACE,
    BURST,
    HISTORY,
    PROVE,
    MEMORY,
)
