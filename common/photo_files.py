"""Where the files of a photo lie in the storage, and the address that a page names."""

from django.core.files.storage import default_storage

# The whole picture; beside it lie its sizes, such as 320.webp.
WHOLE = "whole.jpg"


def name_of(key: str, file: str) -> str:
    """The name in the storage; `key` is the photo's key in hex."""
    return f"photos/{key[:2]}/{key}/{file}"


def address_of(key: str, file: str) -> str:
    """The address of a file."""
    return str(default_storage.url(name_of(key, file)))
