"""One account a role for trying the newsroom. Passwords are made on this machine and kept beside its database, so that the
sign-ins printed here work nowhere else."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group

from portal.accounts import roles
from portal.accounts.models import User
from portal.accounts.models.users import DEMO_ADDRESS

WORDS = (
    "lua", "song", "nang", "mua", "tre", "sen", "may", "gio", "nui", "bien", "cam", "xoai", "nhan", "dua", "mit", "sao",
    "trang", "suoi", "dong", "que", "tram", "thong", "cau", "ben", "thuyen", "sach", "but", "giay", "trong", "chim",
)  # fmt: skip


@dataclass(frozen=True)
class Seat:
    role: str
    username: str
    full_name: str
    position: str

    @property
    def label(self) -> str:
        return str(roles.LABELS[self.role])


SEATS = (
    Seat(roles.WRITER, "nguoi-viet", "Phan Thị Hạ Vi", "Chuyên viên Văn phòng Sở"),
    Seat(roles.EDITOR, "bien-tap", "Đỗ Hoàng Lân", "Biên tập viên"),
    Seat(roles.PUBLISHER, "duyet-dang", "Kiều Mai Phương", "Trưởng Ban Biên tập"),
    Seat(roles.ADMINISTRATOR, "quan-tri", "Vũ Khắc Điền", "Quản trị hệ thống"),
)


def store() -> Path:
    return Path(settings.VAR) / "demo-sign-ins.json"


def ensure_accounts() -> dict[str, User]:
    """The accounts by role, made where they are missing; a known password stays."""
    known = sign_ins()
    users = {seat.role: _account(seat, known) for seat in SEATS}
    _keep(known)
    return users


def sign_ins() -> dict[str, str]:
    """User name -> password, as far as they were made here."""
    try:
        return json.loads(store().read_text())
    except FileNotFoundError:
        return {}


def remove_accounts() -> None:
    """Accounts that something must go on naming are locked instead of deleted."""
    from django.db.models import ProtectedError

    for user in User.objects.filter(username__in=[seat.username for seat in SEATS]):
        try:
            user.delete()
        except ProtectedError:
            user.is_active = False
            user.set_unusable_password()
            user.save(update_fields=["is_active", "password"])
    store().unlink(missing_ok=True)


def _account(seat: Seat, known: dict[str, str]) -> User:
    columns = {
        "full_name": seat.full_name,
        "position": seat.position,
        "email": f"{seat.username}{DEMO_ADDRESS}",
        "is_staff": True,
    }
    user, made = User.objects.get_or_create(username=seat.username, defaults=columns)
    if made or seat.username not in known:
        known[seat.username] = _new_password()
        user.set_password(known[seat.username])
        user.save(update_fields=["password"])
    user.groups.add(Group.objects.get(name=seat.role))
    return user


def _new_password() -> str:
    words = "-".join(secrets.choice(WORDS) for _ in range(3))
    return f"{words}-{secrets.randbelow(9000) + 1000}"


def _keep(passwords: dict[str, str]) -> None:
    path = store()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(json.dumps(passwords, indent=1))
