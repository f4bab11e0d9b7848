"""The yardstick: the smallest Textual app with the kinds of widgets that dealtui shows."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, OptionList, Static


class MinimalApp(App[None]):
    """Header, Footer, Input, OptionList and two Statics."""

    CSS = "OptionList { height: 10; }"
    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Header()
        yield Input(placeholder="search")
        yield OptionList(*(f"record {number}" for number in range(50)))
        yield Static("\n".join(f"field {number}" for number in range(12)), id="record")
        yield Static("\n".join(f"line {number}" for number in range(12)), id="article")
        yield Footer()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#record", Static).update(f"record {event.option_index}\n" * 12)
        self.query_one("#article", Static).update(f"article {event.option_index}\n" * 12)


if __name__ == "__main__":
    MinimalApp().run()
