"""Reading the environment: every value typed, every bad value named together with what was expected."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

env = Env()


def read(name: str, kind: str, default, expected: str):
    """The variable `name` parsed by environs' `kind`; a bad value stops the start with its name and what is expected."""
    try:
        return getattr(env, kind)(name, default)
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(f"{name}: {os.environ.get(name)!r} is not {expected}.") from error


def secret_key(folder: Path) -> str:
    """SECRET_KEY, else a key made once and kept in `folder`/secret-key (mode 0600, outside git)."""
    given = env.str("SECRET_KEY", "")
    if given:
        if len(given) < 32:
            raise ImproperlyConfigured(
                "SECRET_KEY: shorter than 32 characters; a long random text is expected."
            )
        return given
    path = folder / "secret-key"
    if not path.exists():
        _keep_new_key(path)
    return path.read_text().strip()


def likely_origin(hosts: list[str], https: bool, port: int) -> str:
    """Where this site is probably reached, for mails, which no request stands behind: the first host with a whole name.

    Empty where every host is a pattern. A site on plain http is taken to be this machine's own, at its port.
    """
    named = [host for host in hosts if not host.startswith((".", "*"))]
    if not named:
        return ""
    return f"https://{named[0]}" if https else f"http://{named[0]}:{port}"


def _keep_new_key(path: Path) -> None:
    """Write a whole key under its final name at once, so that two first starts agree on one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".secret-key-{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(48))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def database(name: str, default: str) -> dict:
    """A Django database from a URL, with the options that each engine needs here."""
    url = env.str(name, default)
    if urlsplit(url).scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"{name}: an address like sqlite:///var/db.sqlite3 or postgres://… is expected."
        )
    settings = read(name, "dj_db_url", default, "a database address")
    if settings["ENGINE"].endswith("sqlite3"):
        return settings | {"OPTIONS": SQLITE_OPTIONS}
    return settings | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


SQLITE_OPTIONS = {
    # Take the write lock at the start: two writers wait for each other instead of failing half-way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA mmap_size=268435456",
}


def mail(name: str) -> dict:
    """Django's mail settings from smtp://user:password@host:587 (STARTTLS) or smtps://…:465; without it, files."""
    url = env.str(name, "")
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}
    try:
        parts, port = urlsplit(url), urlsplit(url).port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: the port is not a number.") from error
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(
            f"{name}: an address like smtp://user:password@mail.example.vn:587 is expected."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        # A password never travels in the clear.
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        "EMAIL_TIMEOUT": 20,
    }


def choice(name: str, default: str, *others: str) -> str:
    """One of a few words."""
    allowed = (default, *others)
    if (given := env.str(name, default)) not in allowed:
        raise ImproperlyConfigured(f"{name}: {given!r} is not {' or '.join(allowed)}.")
    return given


def voices(**names: str) -> dict[str, str]:
    """Language -> voice file that exists, from variables that name one: voices(vi="PIPER_VOICE_VI")."""
    given = {language: env.str(name, "") for language, name in names.items()}
    for language, path in given.items():
        if path and not Path(path).is_file():
            raise ImproperlyConfigured(f"{names[language]}: there is no file {path!r}.")
    return {language: path for language, path in given.items() if path}


def storage_root(default: Path) -> Path:
    """The folder of STORAGE_URL (file:///path); other schemes are refused until they are supported."""
    url = env.str("STORAGE_URL", "")
    if not url:
        return default
    parts = urlsplit(url)
    if parts.scheme != "file" or not parts.path:
        raise ImproperlyConfigured(f"STORAGE_URL: {url!r} is not an address like file:///srv/ban-tin/media.")
    return Path(parts.path)


def cache(default: Path) -> dict:
    """Django's cache from CACHE_URL (file:///path or redis://…); files by default, so that no other server is needed."""
    url = env.str("CACHE_URL", "")
    scheme = urlsplit(url).scheme
    if not url or scheme == "file":
        folder = urlsplit(url).path or str(default)
        # Django's 300 would let many visitors push out the counters of others and what feeds remember of themselves.
        options = {"MAX_ENTRIES": 5_000}
        backend = "django.core.cache.backends.filebased.FileBasedCache"
        return {"BACKEND": backend, "LOCATION": folder, "OPTIONS": options}
    if scheme in {"redis", "rediss"}:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    if scheme == "locmem":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    raise ImproperlyConfigured(f"CACHE_URL: {url!r} is not an address like file:///… or redis://….")


ROLES = {"writer", "editor", "publisher", "administrator"}


def roles_of_groups(name: str) -> dict[str, str]:
    """Group of the directory -> role, from "ban-bien-tap=publisher,phong-tin=writer"."""
    pairs = read(name, "dict", {}, "a list like ban-bien-tap=publisher,phong-tin=writer")
    if unknown := set(pairs.values()) - ROLES:
        raise ImproperlyConfigured(
            f"{name}: {', '.join(sorted(unknown))} is none of {', '.join(sorted(ROLES))}."
        )
    return pairs


def directory(server: str, name: str, client_id: str, secret: str) -> dict:
    """The OpenID Connect provider in the shape that the sign-in library wants; nothing without a server."""
    if not server:
        return {}
    if urlsplit(server).scheme not in {"http", "https"} or not urlsplit(server).netloc:
        raise ImproperlyConfigured(
            f"OIDC_SERVER: {server!r} is not an address like https://id.example.gov.vn/realms/so."
        )
    if not client_id or not secret:
        raise ImproperlyConfigured("OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: both are needed with OIDC_SERVER.")
    app = {"provider_id": "oidc", "name": name, "client_id": client_id, "secret": secret}
    return {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app | {"settings": {"server_url": server}}]}
    }
