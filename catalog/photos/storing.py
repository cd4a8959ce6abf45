"""Writes and reads the files of a photo. They are written once and never changed."""

from io import BytesIO
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from common.photo_files import WHOLE, name_of


def store(key: str, file: str, content: bytes) -> None:
    """Writes it; a file that is there already, from a task that was cut off, is the same and stays."""
    name = name_of(key, file)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))


def whole(key: str) -> BinaryIO:
    """The whole picture, to make sizes of."""
    with default_storage.open(name_of(key, WHOLE)) as file:
        return BytesIO(file.read())
