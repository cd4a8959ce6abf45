"""E-mail through Django's configured server."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _

from messages.providers.base import Letter, ProviderError


class EmailProvider:
    """One plain text mail."""

    def send(self, letter: Letter) -> None:
        """Sends it within EMAIL_TIMEOUT seconds.

        Raises:
            ProviderError: the server is away or says no.
        """
        try:
            send_mail(_("雁行集市通知"), letter.text, settings.DEFAULT_FROM_EMAIL, [letter.recipient])
        except (SMTPException, OSError) as error:
            raise ProviderError(type(error).__name__) from error
