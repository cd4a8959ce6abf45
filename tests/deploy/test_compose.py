"""deploy/compose.yaml: every name in it stands for something."""

from typing import Any

import pytest
import yaml
from django.conf import settings

from tests.deploy.commands import DEPLOY, entry_commands, missing

COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ["migrate", "web", "worker", "beat"]
# Made on the server, kept out of the history.
LOCAL = {"tls"}


def test_the_services() -> None:
    assert sorted(SERVICES) == sorted([*OURS, "postgres", "valkey", "nginx"])


@pytest.mark.parametrize("name", OURS)
def test_one_image_with_its_commands(name: str) -> None:
    service = SERVICES[name]
    assert service["image"] == "yanxing-market"
    assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).is_file()
    assert service["command"] == [name]
    assert name in entry_commands()
    assert service["read_only"] is True
    assert [file for file in service["env_file"] if not (DEPLOY / f"{file}.example").is_file()] == []


def test_only_migrate_reads_the_owners_address() -> None:
    assert [name for name in OURS if "migrate.env" in SERVICES[name]["env_file"]] == ["migrate"]


@pytest.mark.parametrize("name", ["web", "worker"])
def test_a_probe_names_what_exists(name: str) -> None:
    kind, *words = SERVICES[name]["healthcheck"]["test"]
    assert kind == "CMD"
    assert missing(words) == []


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_waits_for_and_uses_what_is_declared(name: str) -> None:
    service = SERVICES[name]
    for needed, condition in service.get("depends_on", {}).items():
        assert needed in SERVICES
        if condition["condition"] == "service_healthy":
            assert "healthcheck" in SERVICES[needed]
    for network in service.get("networks", []):
        assert network == "default" or network in COMPOSE["networks"]
    for secret in service.get("secrets", []):
        assert secret in COMPOSE["secrets"]
    for volume in service.get("volumes", []):
        source = volume.split(":")[0]
        if source.startswith("./"):
            path = source.removeprefix("./")
            assert path in LOCAL or (DEPLOY / path).is_file()
        else:
            assert source in COMPOSE["volumes"]


def test_every_declared_volume_and_secret_is_used() -> None:
    used = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert set(COMPOSE["volumes"]) <= used
    assert {secret for service in SERVICES.values() for secret in service.get("secrets", [])} == set(
        COMPOSE["secrets"]
    )
    assert {entry["file"] for entry in COMPOSE["secrets"].values()} == {
        f"secrets/{name}" for name in COMPOSE["secrets"]
    }


def test_the_engines_are_set_as_the_market_needs_them() -> None:
    valkey = SERVICES["valkey"]["command"]
    assert valkey[valkey.index("--appendonly") + 1] == "yes"
    assert valkey[valkey.index("--maxmemory-policy") + 1] == "noeviction"
    assert "--locale=C.UTF-8" in SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"]
    assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["nginx"]


def test_an_image_of_others_has_its_version() -> None:
    others = {SERVICES[name]["image"] for name in ("postgres", "valkey", "nginx")}
    assert [image for image in others if not image.partition(":")[2][:1].isdigit()] == []


def test_a_worker_may_finish_its_task() -> None:
    assert int(SERVICES["worker"]["stop_grace_period"].removesuffix("s")) > settings.CELERY_TASK_TIME_LIMIT
