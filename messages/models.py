"""The outbox: written in the business transaction, sent afterwards, each once."""

from django.db import models
from django.db.models import Q


class OutboxMessage(models.Model):
    """One message to one person. It exists exactly if the business it tells of was committed."""

    class Channel(models.TextChoices):
        """How it travels."""

        SMS = "sms", "SMS"
        EMAIL = "email", "e-mail"

    channel = models.CharField(max_length=10, choices=Channel.choices)
    recipient = models.CharField(max_length=254)
    language = models.CharField(max_length=10)
    template = models.CharField(max_length=40)
    context = models.JSONField(default=dict)
    dedupe_key = models.CharField(max_length=100)
    created_at = models.DateTimeField()
    available_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["dedupe_key"], name="message_is_written_once"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(given_up_at__isnull=True),
                name="message_is_sent_or_given_up_not_both",
            ),
        ]
        indexes = [
            models.Index(
                fields=["available_at"],
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
                name="message_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.dedupe_key}"
