"""Village points (村点): a place with people that takes, weighs, labels and hands over parcels of its households."""

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from fulfilment.models.parts import Parcel, VendorOrder
from places.models import Village


class VillagePoint(models.Model):
    """The point of one village. It is the sender on every slip of its households, never a household's own address."""

    village = models.OneToOneField(Village, on_delete=models.PROTECT, related_name="point")
    name = models.CharField(max_length=40)
    name_en = models.CharField(max_length=80, blank=True)
    # Without city, town and village: those come from the place itself.
    address_line = models.CharField(max_length=100)
    telephone = models.CharField(max_length=20)
    # When the courier comes, for the message to the village; empty where there is no fixed time.
    collected_at = models.TimeField(null=True, blank=True)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(address_line=""), name="village_point_can_be_found"
            ),
            models.CheckConstraint(
                condition=Q(telephone__regex=r"^[0-9+][0-9\-]{6,19}$"), name="village_point_can_be_called"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PointMember(models.Model):
    """A person who works at a village point."""

    point = models.ForeignKey(VillagePoint, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="point_memberships")
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["point", "user"],
                condition=Q(ended_at__isnull=True),
                name="point_member_is_current_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} @ {self.point_id}"


class PointParcel(models.Model):
    """A part of an order on its way through the point: taken, weighed, labelled with its waybill, handed over.

    The moments only follow each other. The parcel on its way to the buyer is a `Parcel`, made when handed over.
    """

    vendor_order = models.OneToOneField(VendorOrder, on_delete=models.PROTECT, related_name="at_point")
    point = models.ForeignKey(VillagePoint, on_delete=models.PROTECT, related_name="parcels")
    taken_at = models.DateTimeField()
    weighed_at = models.DateTimeField(null=True, blank=True)
    labelled_at = models.DateTimeField(null=True, blank=True)
    carrier = models.CharField(max_length=10, choices=Parcel.Carrier.choices, blank=True)
    waybill = models.CharField(max_length=40, blank=True)
    handed_over_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(labelled_at__isnull=True, carrier="", waybill="")
                | (Q(labelled_at__isnull=False) & ~Q(carrier="") & ~Q(waybill="")),
                name="point_parcel_is_labelled_with_its_waybill",
            ),
            models.CheckConstraint(
                condition=Q(labelled_at__isnull=True) | Q(weighed_at__isnull=False),
                name="point_parcel_is_weighed_before_it_is_labelled",
            ),
            models.CheckConstraint(
                condition=Q(handed_over_at__isnull=True) | Q(labelled_at__isnull=False),
                name="point_parcel_is_labelled_before_it_is_handed_over",
            ),
            models.CheckConstraint(
                condition=Q(weighed_at__isnull=True) | Q(weighed_at__gte=F("taken_at")),
                name="point_parcel_is_weighed_after_it_was_taken",
            ),
            models.UniqueConstraint(
                fields=["carrier", "waybill"],
                condition=~Q(waybill=""),
                name="waybill_is_on_one_parcel_of_a_point",
            ),
        ]
        indexes = [
            models.Index(
                fields=["point"], condition=Q(handed_over_at__isnull=True), name="point_parcel_in_the_house"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.point_id} {self.vendor_order_id}"
