"""`python -m tui` is the `dealtui` command."""

from tui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
