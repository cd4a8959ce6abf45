"""Where the files of a photo lie. They are written once and never changed."""

from io import BytesIO
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

WHOLE = "whole.jpg"


def name_of(key: str, file: str) -> str:
    """`key` is the row's key in hex, `file` whole.jpg or a size such as 320.webp."""
    return f"photos/{key[:2]}/{key}/{file}"


def address_of(key: str, file: str) -> str:
    """The address a page names."""
    return str(default_storage.url(name_of(key, file)))


def store(key: str, file: str, content: bytes) -> None:
    """Writes it; a file that is there already, from a task that was cut off, is the same and stays."""
    name = name_of(key, file)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))


def whole(key: str) -> BinaryIO:
    """The whole picture, to make sizes of."""
    with default_storage.open(name_of(key, WHOLE)) as file:
        return BytesIO(file.read())
