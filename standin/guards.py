"""Where the stand-in refuses to run: it must never be taken for the real thing."""

from collections.abc import Mapping


def reason_to_refuse(environment: Mapping[str, str]) -> str:
    """Why it may not start here; empty when it may."""
    if environment.get("ENVIRONMENT", "").lower() == "production":
        return "ENVIRONMENT=production: the stand-in is for tests and the demo only."
    if environment.get("DJANGO_SETTINGS_MODULE") == "config.settings.production":
        return "DJANGO_SETTINGS_MODULE is production's: the stand-in is for tests and the demo only."
    if environment.get("STRIPE_LIVE", "").lower() in {"1", "true", "yes", "on"}:
        return "STRIPE_LIVE is set: live payments do not go through a stand-in."
    if "_live_" in environment.get("STRIPE_SECRET_KEY", ""):
        return "STRIPE_SECRET_KEY is a live key: it has no business in a stand-in."
    return ""
