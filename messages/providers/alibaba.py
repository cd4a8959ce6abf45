"""SMS through Alibaba Cloud (阿里云短信服务): registered templates, filled in there.

In mainland China every text is a template that the carriers have passed; what goes over the line is its code and
the values. Source: Alibaba Cloud's document of SendSms, version 2017-05-25.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from alibabacloud_dysmsapi20170525.client import Client
from alibabacloud_dysmsapi20170525.models import SendSmsRequest
from alibabacloud_tea_openapi.utils_models import Config
from darabonba.runtime import RuntimeOptions
from requests import RequestException
from Tea.exceptions import TeaException

from messages.providers.base import Letter, ProviderError

# A worker waits so long and no longer; pages wait for no provider at all.
CONNECT_MS, READ_MS = 3_000, 5_000
OK = "OK"


@dataclass(frozen=True, slots=True)
class AlibabaConfig:
    """The account. `templates` names the registered code of each of our templates."""

    access_key: str
    secret: str
    sign_name: str
    templates: tuple[tuple[str, str], ...]
    endpoint: str
    protocol: str


class AlibabaSms:
    """Keeps no state but its client."""

    def __init__(self, config: AlibabaConfig) -> None:
        self._config = config
        self._templates: Mapping[str, str] = dict(config.templates)
        self._client = _client(config)

    def send(self, letter: Letter) -> None:
        """Hands it to the carriers' gateway.

        Raises:
            ProviderError: no template is registered, the service is away, or it says no; with its code.
        """
        code = self._templates.get(letter.template)
        if code is None:
            raise ProviderError(f"no template for {letter.template}")
        request = SendSmsRequest(
            phone_numbers=letter.recipient,
            sign_name=self._config.sign_name,
            template_code=code,
            template_param=json.dumps(dict(letter.context), ensure_ascii=False),
            out_id=letter.dedupe_key,
        )
        runtime = RuntimeOptions(autoretry=False, connect_timeout=CONNECT_MS, read_timeout=READ_MS)
        try:
            answer = self._client.send_sms_with_options(request, runtime)
        except TeaException as error:
            raise ProviderError(str(getattr(error, "code", "") or type(error).__name__)) from None
        except (RequestException, OSError, ValueError) as error:
            raise ProviderError(type(error).__name__) from None
        if answer.body is None or answer.body.code != OK:
            raise ProviderError(str(answer.body.code if answer.body else "no answer"))


@lru_cache(maxsize=4)
def _client(config: AlibabaConfig) -> Client:
    return Client(
        Config(
            access_key_id=config.access_key,
            access_key_secret=config.secret,
            endpoint=config.endpoint,
            protocol=config.protocol,
        )
    )
