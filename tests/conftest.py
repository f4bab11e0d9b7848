"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# Machines are noisy: how long an example takes is never what a test is about.
settings.register_profile("dealtui", deadline=None)
settings.load_profile("dealtui")
