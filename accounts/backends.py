"""Signs in by mobile number or e-mail, in any of the ways people write them."""

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from accounts.models import User
from accounts.queries import user_by_login
from accounts.throttle import count_try, forget_tries
from common.text import narrow


class MobileOrEmailBackend(ModelBackend):
    """The only authentication backend."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_rest: object,
    ) -> User | None:
        """The user with this login and password. Takes as long for an unknown login as for a known one.

        Raises:
            TooManyTries: for this login, or from this address.
        """
        if not username or password is None:
            return None
        user = user_by_login(username)
        # One count for all the ways to write a login.
        login = f"#{user.pk}" if user else narrow(username).lower()
        count_try(login=login, request=request)
        if user is None:
            User().set_password(password)
            return None
        if user.check_password(password) and self.user_can_authenticate(user):
            forget_tries(login=login, request=request)
            return user
        return None
