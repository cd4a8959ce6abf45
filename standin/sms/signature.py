"""The signature that requests to Alibaba Cloud carry (ACS3-HMAC-SHA256), worked out again from the request.

Source: Alibaba Cloud's document "V3 request body and signature mechanism".
"""

import hashlib
import hmac
import re
from urllib.parse import quote

from werkzeug.wrappers import Request

_AUTHORIZATION = re.compile(
    r"ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})"
)


def key_of(request: Request) -> str:
    """The access key's name, "" without a readable Authorization."""
    found = _AUTHORIZATION.fullmatch(request.headers.get("Authorization", ""))
    return found[1] if found else ""


def is_signed(request: Request, *, secret: str) -> bool:
    """Whether method, path, query, headers and body are what was signed with this secret."""
    found = _AUTHORIZATION.fullmatch(request.headers.get("Authorization", ""))
    if found is None:
        return False
    body = hashlib.sha256(request.get_data(cache=True)).hexdigest()
    if request.headers.get("x-acs-content-sha256") != body:
        return False
    names = found[2].split(";")
    headers = "".join(f"{name}:{request.headers.get(name, '').strip()}\n" for name in names)
    query = "&".join(
        f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}"
        for name, value in sorted(request.args.items(multi=True))
    )
    canonical = "\n".join((request.method, request.path, query, headers, found[2], body))
    to_sign = "ACS3-HMAC-SHA256\n" + hashlib.sha256(canonical.encode()).hexdigest()
    expected = hmac.new(secret.encode(), to_sign.encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, found[3])
