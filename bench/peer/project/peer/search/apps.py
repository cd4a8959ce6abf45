"""Takes the place of Oscar's search app."""

from oscar.apps.search.apps import SearchConfig as OscarSearchConfig


class SearchConfig(OscarSearchConfig):
    """Oscar's addresses, our views."""

    name = "peer.search"
