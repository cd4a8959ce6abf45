"""Two neighbours with a shop each, and photos from a phone."""

import io
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from tests import people
from tests.flow.test_story import seller, storefront
from tests.photos.making import saved, scene
from vendors.models import Vendor


@dataclass(frozen=True)
class Neighbours:
    """李伯 and 陈叔, their shops, and who acts for them."""

    li: Vendor
    li_user: User
    chen: Vendor
    chen_user: User


def neighbours() -> Neighbours:
    """Both shops open, their villages' storefronts too."""
    li, chen = seller("440883106206", "李伯", 1), seller("440883106210", "陈叔", 2)
    for vendor in (li, chen):
        storefront(vendor)
    return Neighbours(li, people.member_of(li), chen, people.member_of(chen, name="陈叔"))


def photo_file(name: str = "腊肉 特级(1).jpg", kind: str = "JPEG") -> SimpleUploadedFile:
    """As a phone sends it."""
    return SimpleUploadedFile(name, saved(scene(), kind), content_type="image/jpeg")


def text_file(name: str = "c.jpg") -> SimpleUploadedFile:
    """No photo at all."""
    return SimpleUploadedFile(name, io.BytesIO(b"hello").getvalue(), content_type="image/jpeg")
