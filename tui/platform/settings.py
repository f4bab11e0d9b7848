"""The user's settings: keys, theme and what is kept, in a TOML file that a person writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import Path


class Settings(msgspec.Struct, frozen=True):
    """The user's settings.

    Attributes:
        theme: Name of a theme; empty for the default.
        originals: Whether `add` keeps the file that an article was read from.
        keys: Keys by the id of their command, e.g. `"explorer:search" = "ctrl+f"`.
    """

    theme: str = ""
    originals: bool = True
    keys: dict[str, str] = {}


class SettingsError(ValueError):
    """A settings file that cannot be read; the message says where and what to do."""


def read_settings(path: Path | None) -> Settings:
    """Read the settings; defaults when there is no file.

    Raises:
        SettingsError: If the file is no TOML, or a setting has the wrong type.
    """
    if path is None:
        return Settings()
    try:
        data = path.read_bytes()
    except OSError:
        return Settings()
    import tomllib

    try:
        return msgspec.convert(tomllib.loads(data.decode()), Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"{path.name}: {error}; the defaults are used") from error
