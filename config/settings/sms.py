"""Who sends text messages, and with which account."""

from config.settings.env import environment, listed

# The code of a provider, see messages/providers/registry.py; "console" sends nothing.
SMS_PROVIDER = environment.str("SMS_PROVIDER", default="console")

SMS_ALIBABA_ACCESS_KEY = environment.str("SMS_ALIBABA_ACCESS_KEY", default="")
SMS_ALIBABA_SECRET = environment.str("SMS_ALIBABA_SECRET", default="")
SMS_ALIBABA_SIGN_NAME = environment.str("SMS_ALIBABA_SIGN_NAME", default="")
# Our template's name and the code under which the carriers passed its text.
SMS_ALIBABA_TEMPLATES = {
    name.strip(): code.strip()
    for name, _, code in (pair.partition("=") for pair in listed("SMS_ALIBABA_TEMPLATES"))
}
SMS_ALIBABA_ENDPOINT = environment.str("SMS_ALIBABA_ENDPOINT", default="dysmsapi.aliyuncs.com")
