"""The application: composes the screens over one session and keeps it fresh."""

from __future__ import annotations

import asyncio
import contextlib
import os
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SuspendNotSupported
from textual.reactive import Reactive
from textual.screen import ModalScreen
from textual.worker import WorkerFailed

from tui.commands import COMMAND_KEYS, COMMANDS, KeyTable, Scope
from tui.model.format import counted
from tui.model.locales import EN
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line, safe_text
from tui.model.source_files import FilePlace
from tui.platform.diagnostics import LOG
from tui.platform.terminal_display import FULL_DISPLAY, Colours
from tui.platform.translation import tr
from tui.screens.background import Workers
from tui.screens.base import DealtuiScreen
from tui.screens.changes import FileChanges
from tui.screens.column_widths import ColumnWidths
from tui.screens.dialogs import ScreenDialogs
from tui.screens.explorer.address import AddressController
from tui.screens.explorer.screen import ExplorerScreen
from tui.screens.key_order import KeysInOrder
from tui.screens.opening import Opening
from tui.widgets.bars import KeyBar
from tui.widgets.drawing.themes import ANSI, DARK, THEMES, legible_variables, theme_for
from tui.widgets.key_bindings import bindings
from tui.widgets.textual_compat import FaultTolerant, is_ending, keep_clipboard, shows_error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from textual.binding import BindingType
    from textual.events import Key
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.theme import Theme

    from tui.commands import Command
    from tui.model.locales import Locale
    from tui.platform.browser import BrowserView
    from tui.platform.terminal_display import TerminalDisplay
    from tui.session.protocol import SearchResult, Session
    from tui.widgets.entries import Target
    from tui.widgets.textual_compat import GroundTold

_DEMO = msg("the demo corpus is read only: {key} makes one of your own")
_SERVED = msg("this corpus is served to be read: nothing of it is changed here")
_FOLDER = "deals"
"""The folder that a new corpus is offered in, within the present one."""
_BROKEN = 2
"""The exit code of a program that could not do its work."""
_SMALL = 300_000
"""Bytes of a corpus file that are read as soon as empty panes could be painted."""
_SOON = 0.25
"""Seconds after which they are painted all the same, on a machine that is busy."""
_MEMORY = 5.0
"""Seconds after which a fault does not count as one of a row any more."""
_LAID_OUT = 0.05
"""Seconds after which a message has its place on the screen, as a rule."""
_LOOKS = 20
"""How often it is looked for there, on a machine that is busy."""
_FAULTS_IN_A_ROW = 5
"""After so many faults the app leaves: something is broken for good."""


def _has_editor() -> bool:
    """Whether there is an editor, or one is named, be it wrongly, which is said."""
    from tui.platform.external_programs import EditorError, editor_of

    try:
        return bool(editor_of(os.environ))
    except EditorError:
        return any(os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))


class DealtuiApp(FaultTolerant, KeysInOrder):
    """dealtui on one corpus.

    Attributes:
        path: The file of the corpus.
        next_corpus: The corpus to open once the app has ended; `None` for none.
    """

    TITLE = "dealtui"
    CSS_PATH = "screens/explorer/explorer.tcss"
    ENABLE_COMMAND_PALETTE = False
    """Textual's own; ours knows the commands and their keys."""
    CSS = """
    /* Messages lie over the line of the keys, so that they cover nothing that is being read. A
       scroll bar beside them, which Textual hides, would cost the last line of some. */
    ToastRack { margin-bottom: 0; scrollbar-size: 0 0; }
    Toast { width: auto; max-width: 100%; margin: 0; padding: 0 1; }
    """
    theme = Reactive(DARK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.APP)

    def __init__(
        self,
        path: Path,
        *,
        cache: bool = True,
        article: str = "",
        locale: Locale = EN,
        demo: bool = False,
        terminal: TerminalDisplay = FULL_DISPLAY,
        painted: Callable[[], None] = lambda: None,
        view: BrowserView | None = None,
        read_only: bool = False,
    ) -> None:
        """Take a corpus.

        Args:
            path: Its file.
            cache: Whether what is read and proved is kept for the next time.
            article: The article to open at; empty for none.
            locale: How the user reads figures and dates.
            demo: Whether it is the corpus that ships with the program.
            terminal: What the terminal can show.
            painted: Called once the first frame is on the screen.
            view: The browser that shows it; `None` in a terminal.
            read_only: Whether every change is refused.
        """
        super().__init__()
        self.path, self._painted = path, painted
        self.terminal = terminal
        self.wanted_theme = ""
        self.no_color = terminal.colours is Colours.NONE
        self._line_filters: Sequence[LineFilter] | None = None
        self.next_corpus: Path | None = None
        self.key_table = KeyTable()
        self.columns = ColumnWidths()
        self._greeted = not demo
        self._view, self._read_only = view, read_only
        self.changes = FileChanges(
            path, lambda: self.opening.source, self, ScreenDialogs(self), Workers(self, self),
            self.load,
            tr(_SERVED) if read_only else self._demo_words() if demo else "",
        )  # fmt: skip
        self._editor_forms: dict[str, str] = {}
        self.explorer = ExplorerScreen(self)
        self.opening: Opening = Opening(
            path,
            self.explorer,
            Workers(self, self),
            self,
            tell=self.tell,
            yield_to_input=self.yield_to_input,
            is_typing=self.is_typing,
            session_read=self._set_session,
            cache=cache,
            article=article,
            locale=locale,
            demo=demo,
            read_only=read_only,
        )
        if view is not None:
            AddressController(self.explorer.state, self._tell_place)
        self._faults = 0
        self._screens_kept = 0
        self._said_on: Screen[Any] | None = None
        """The screen that the message which is shown belongs to."""

    @property
    def session(self) -> Session | None:
        """The corpus as it was read last; `None` before that."""
        return self.opening.session

    @property
    def shown_session(self) -> Session | None:
        """The corpus that the explorer shows, which may be stepped back in time."""
        return self.explorer.view.session

    @property
    def shown_query(self) -> str:
        """The query that the explorer has answered."""
        return self.explorer.view.answered

    @property
    def found(self) -> SearchResult | None:
        """What it found; `None` where nothing is searched for."""
        return self.explorer.view.found

    @property
    def known_until(self) -> date | None:
        """The day as of which the corpus is shown; `None` for the present."""
        return self.explorer.view.known_until

    def run(self, *arguments: Any, **options: Any) -> None:
        """Run until the user leaves.

        Raises:
            Exception: What the app could not go on after, once it stands in the log.
        """
        from tui.platform.crash_log import write_fault
        from tui.platform.folders import log_file

        try:
            super().run(*arguments, **options)
        except Exception as error:
            write_fault(log_file(), error)
            raise

    def get_default_screen(self) -> Screen[Any]:
        """The explorer, below all other screens; a blank one below it would be laid out, too."""
        return self.explorer

    def on_ready(self) -> None:
        """The first frame is on the screen, where none is held back."""
        if not self.holds_back:
            self._painted()

    def _hold_back(self) -> None:
        """Paint nothing before a small corpus is there: empty panes would be drawn for nothing."""
        with contextlib.suppress(OSError):
            if self.path.stat().st_size > _SMALL:
                return
        self.holds_back = True
        self.set_timer(_SOON, self._paint)

    def _paint(self) -> None:
        """Paint what there is by now, for the first time."""
        if self.holds_back:
            self.holds_back = False
            self.screen.refresh()
            self.call_after_refresh(self._painted)

    # Colours and signs

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our own themes and those of Textual."""
        return THEMES

    def get_css_variables(self) -> dict[str, str]:
        """The colours of a theme, with those of borders that can be seen in every one."""
        variables = super().get_css_variables()
        self.theme_variables = variables | legible_variables(variables, self.current_theme)
        return self.theme_variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What lines go through last: nothing where the terminal shows colours and signs."""
        if self._line_filters is None:
            return super().get_line_filters()
        return self._line_filters

    @property
    def asks_for_ground(self) -> bool:  # type: ignore[override] # worked out, never set
        """Whether the theme depends on what ground the terminal has."""
        return self.terminal.answers and self.wanted_theme in ("", ANSI)

    def on_ground_told(self, message: GroundTold) -> None:
        """Be as light or dark as the terminal, where the user wants no theme of their own."""
        if self.wanted_theme in ("", ANSI):
            self.terminal = self.terminal._replace(light=message.light)
            self.show_theme(self.wanted_theme)

    def show_theme(self, name: str) -> None:
        """Draw in a theme; empty for our own, dark or light as the terminal is."""
        self.theme = theme_for(name, self.terminal)

    def keep_theme(self, name: str) -> None:
        """Draw in a theme from now on, also in later runs."""
        from tui.platform.folders import settings_file
        from tui.platform.settings import SettingsError, keep_theme

        self.wanted_theme = name
        self.show_theme(name)
        try:
            keep_theme(settings_file(), name)
        except SettingsError as error:
            self.say(tr("In this run only: {reason}").format(reason=shown(str(error))), error=True)

    def action_themes(self) -> None:
        """Choose a theme, seeing each."""
        from tui.screens.themes import ThemeScreen

        self.push_screen(ThemeScreen(self))

    def _limit_drawing(self, signs: str) -> None:
        """Draw no more than the terminal can show, or as the settings want it."""
        from textual.filter import NoColor

        from tui.widgets.drawing.ascii_signs import AsciiSigns

        plain_signs = self.terminal.ascii_signs if not signs else signs == "ascii"
        filters = [NoColor()] if self.no_color else list(super().get_line_filters())
        self.key_table.in_words = plain_signs
        if self.no_color or plain_signs:
            self._line_filters = [*filters, *([AsciiSigns()] if plain_signs else [])]

    def on_mount(self) -> None:
        """Read, and paint what is there by then."""
        self._take_settings()
        self._hold_back()
        self.load()
        if not self.is_headless:
            self._leave_when_told()

    def _leave_when_told(self) -> None:
        """End well when a signal says so, and when the terminal is gone."""
        from tui.platform.shutdown import HUNG_UP, heed_signals, leave_with_terminal

        loop = asyncio.get_running_loop()

        def leave(code: int) -> None:
            self.workers.cancel_all()
            self.exit(return_code=code)

        def hung_up() -> None:
            # The loop is gone when the app has ended.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(leave, HUNG_UP)

        heed_signals(loop, leave)
        leave_with_terminal(hung_up)

    def on_unmount(self) -> None:
        """Let the watching thread end, and keep what the user likes."""
        self.opening.end()
        self.columns.keep()

    def _take_settings(self) -> None:
        from tui.platform.folders import settings_file
        from tui.platform.settings import (
            Settings,
            SettingsError,
            read_settings,
            settings_problems,
            split_keys,
        )

        path = settings_file()
        try:
            settings = read_settings(path)
            problems = settings_problems(path, COMMAND_KEYS)
        except SettingsError as error:
            self.say(str(error), error=True)
            settings, problems = Settings(), []
        self.wanted_theme = settings.theme
        self.show_theme(settings.theme)
        if self.no_color or self.terminal.ascii_signs or settings.signs:
            self._limit_drawing(settings.signs)
        keys = {name: split_keys(value) for name, value in settings.keys.items()}
        if keys:
            self.set_keymap({name: ",".join(value) for name, value in keys.items()})
            self.key_table.change(keys)
        self._editor_forms = settings.editors
        if problems and path is not None:
            first, more = problems[0], len(problems) - 1
            words = f"{path.name}:{first.line}: {shown(first.message)}"
            if more:
                words = tr("{first} (and {count} more: dealtui doctor)").format(
                    first=words, count=more
                )
            self.say(words, error=True)

    def load(self) -> None:
        """Read the corpus anew in the background."""
        self.opening.read()

    def _set_session(self, session: Session) -> None:
        """Show the corpus as it was read anew on every screen."""
        if self.changes.session_read(session):
            self.explorer.marks.show()
        for screen in self.screen_stack:
            if isinstance(screen, DealtuiScreen):
                screen.set_session(session)
        self._paint()
        view = self._view
        if view is not None:
            # Once: the address follows what is read from then on.
            self._view = None
            if view.query:
                self.explorer.set_query(view.query)
            if view.record:
                self.explorer.go_to(view.record)
        if not self._greeted:
            self._greeted = True
            words = self._demo_words()
            self.say(f"{words[0].upper()}{words[1:]}.")

    def _demo_words(self) -> str:
        key = next(self.key_table.shown(one) for one in COMMANDS if one.id == "explorer:create")
        return tr(_DEMO).format(key=key)

    def tell(self, callback: Callable[..., None], *arguments: object) -> None:
        """Call back from a thread, unless the app is ending."""

        def while_running() -> None:
            if self.is_running and self.explorer.is_attached and not self.opening.ended:
                callback(*arguments)

        # The loop is gone when the app has ended.
        with contextlib.suppress(RuntimeError):
            self.call_from_thread(while_running)

    # Commands

    def key_comes(self, event: Key) -> None:
        """A number before a motion is none of a pane."""
        if self.screen is self.explorer:
            self.explorer.numbers.key_comes(event.key, event.time)

    def do(self, command: Command) -> None:
        """Carry out a command as its key would, focusing the pane that it belongs to."""
        pane = command.scope.pane
        if pane and self.screen is self.explorer:
            self.explorer.show_pane(pane)
            self.call_after_refresh(self._run_on, pane, command.action)
        elif command.scope is Scope.APP:
            self.run_worker(self.run_action(command.action))
        else:
            self.run_worker(self.screen.run_action(command.action))

    async def _run_on(self, pane: str, action: str) -> None:
        await self.explorer.query_one(f"#{pane}").run_action(action)

    def action_help(self) -> None:
        """Show all keys and signs, and carry out what is chosen among them."""
        from tui.screens.help import HelpScreen, place_of, works_elsewhere

        place = place_of(self.screen)

        def chosen(command: Command | None) -> None:
            if command is None:
                return
            if elsewhere := works_elsewhere(command, place.scope):
                self.say(elsewhere)
            else:
                self.do(command)

        self.push_screen(HelpScreen(place, self.key_table), chosen)

    def action_command_palette(self) -> None:
        """Find a command by its words."""
        from tui.screens.help import place_of
        from tui.screens.palette import PaletteScreen, choices

        screen = self.screen
        if not isinstance(screen, DealtuiScreen):
            return
        searches = self.session.own.searches() if self.session is not None else {}
        here = place_of(screen).scope

        def chosen(target: Target | None) -> None:
            if target is None:
                return
            if target.kind == "search":
                self.search(target.key)
            else:
                self.do(next(command for command in COMMANDS if command.id == target.key))

        found = choices(here, screen.at_hand(), searches, self.key_table)
        self.push_screen(PaletteScreen(found), chosen)

    def action_reload(self) -> None:
        """Read the corpus again."""
        self.load()

    def action_stop(self) -> None:
        """Stop reading, indexing and proving; what is there can be used."""
        if not self.opening.stop():
            self.say(tr("Nothing is going on in the background."))
            return
        self.explorer.proofs_changed(tr("stopped: F5 reads on"))
        LOG.info("stopped by the user")

    def action_suspend(self) -> None:
        """Stop until the shell brings the app back to the foreground."""
        from tui.platform.shutdown import stop_for_now

        with contextlib.suppress(SuspendNotSupported), self.suspend():
            stop_for_now()

    def action_side(self, name: str) -> None:
        """Open one of the screens beside the explorer."""
        from tui.screens.side import registry

        if (session := self.shown_session) is not None:
            self.push_screen(registry.named(name)(self, session))

    def show_party(self, party: str) -> None:
        """Show all about a party."""
        from tui.screens.side.party import PartyScreen

        if (session := self.shown_session) is not None:
            self.push_screen(PartyScreen(self, session, party))

    def show_flows_of(self, party: str) -> None:
        """Show the flows of one party."""
        from tui.screens.side.flows_ego import EgoScreen

        if (session := self.shown_session) is not None:
            self.push_screen(EgoScreen(self, session, party))

    def search(self, query: str) -> None:
        """Search the explorer for a query."""
        self.explorer.set_query(query)

    def follow(self, target: Target) -> None:
        """Go where a line of a screen leads."""
        match target.kind:
            case "record":
                self._back_to_explorer()
                self.explorer.go_to(target.key, target.detail or None)
                self.explorer.show_evidence(target.place)
            case "article":
                self._back_to_explorer()
                self.explorer.read_article(target.key)
                if target.detail:
                    self.explorer.show_figure(int(target.detail))
            case "name":
                article, start, end = target.place.split(":")
                self._back_to_explorer()
                self.explorer.read_article(article)
                self.explorer.show_words(int(start), int(end))
            case "party":
                self.show_party(target.key)
            case "line":
                path = self.path.parent / target.detail if target.detail else self.path
                self._edit(path, int(target.key))

    def way_to(self, screen: object) -> list[str]:
        """What the places on the way to a screen are called, from the explorer on."""
        explorer = self.explorer
        way, reading = [tr("Deals"), *explorer.steps.trail], explorer.view.reading
        if explorer.steps.trail and reading is not None:
            way.append(safe_line(reading.record.title))
        for other in self.screen_stack:
            if other is screen:
                break
            if isinstance(other, DealtuiScreen) and other.title_words:
                way.append(other.title_words)
        return way

    def _back_to_explorer(self) -> None:
        """Leave the screens over the explorer, so that escape opens them again as they were."""
        left = [
            screen
            for screen in self.screen_stack
            if isinstance(screen, DealtuiScreen) and screen is not self.explorer
        ]
        for screen in left:
            screen.set_aside()
            if not self.is_screen_installed(screen):
                self._screens_kept += 1
                self.install_screen(screen, f"kept-{self._screens_kept}")

        def reopen() -> None:
            for screen in left:
                self.push_screen(screen)
                screen.come_back()

        def drop() -> None:
            for screen in left:
                self.uninstall_screen(screen)
                screen.remove()

        if left:
            self.explorer.came_from([screen.title_words for screen in left], reopen, drop)
        while self.screen is not self.explorer and len(self.screen_stack) > 1:
            self.pop_screen()

    # Other programs

    def edit(self, line: int) -> None:
        """Open the corpus in the user's editor, at a line as records have it."""
        place = self.session.place(line) if self.session is not None else FilePlace("", line)
        self._edit(self.path.parent / place.name if place.name else self.path, place.line)

    def _edit(self, path: Path, line: int) -> None:
        """Open a file of the corpus in the user's editor; all are read again afterwards."""
        if self._read_only:
            words = tr(_SERVED)
            self.say(f"{words[0].upper()}{words[1:]}.", error=True)
            return
        if self.is_web or not _has_editor():
            self._edit_here(path, line)
            return
        self._run_editor(path, line)
        # An editor that failed may have written all the same.
        self.load()

    def _run_editor(self, path: Path, line: int) -> None:
        """Give the terminal to the user's editor for a file, and say when that fails."""
        from tui.platform.external_programs import EditorError, editor_command, run_editor

        try:
            command = editor_command(os.environ, path, line, self._editor_forms)
            with self.suspend():
                run_editor(command)
        except SuspendNotSupported:
            self.say(tr("The editor needs the terminal, which this one cannot give."), error=True)
        except EditorError as error:
            self.say(str(error), error=True)
        self.refresh()

    def action_settings(self) -> None:
        """Edit the settings in the user's editor; what can change at once does so afterwards."""
        from tui.platform.failures import in_words
        from tui.platform.folders import settings_file
        from tui.platform.settings import begin_settings

        path = settings_file()
        if path is None:
            self.say(tr("There is no home folder to keep settings in."), error=True)
        elif self.is_web or not _has_editor():
            self.say(tr("The settings are in {file}: set $EDITOR.").format(file=path))
        else:
            try:
                begin_settings(path)
            except OSError as error:
                self.say(in_words(error), error=True)
                return
            self._run_editor(path, 1)
            self._take_settings()

    def _edit_here(self, path: Path, line: int) -> None:
        """Edit a file of the corpus in a field of the app, where no editor can be started."""
        from tui.corpus.joined_text import parts_of
        from tui.screens.text_editor import LARGEST, TextEditorScreen

        name = "" if path == self.path else path.relative_to(self.path.parent).as_posix()
        parts = parts_of(self.opening.source)
        source = next((part.text for part in parts if part.name == name), "")
        if len(source) > LARGEST:
            self.say(tr("The file is too large to be edited here: set $EDITOR."), error=True)
        elif "\r" in source:
            self.say(tr("The file has line ends of DOS, which only an editor keeps."), error=True)
        else:
            self.push_screen(TextEditorScreen(self.changes, source, line, name))

    def _tell_place(self, query: str, record: str, title: str) -> None:
        """Let the address of the page lead to what is read."""
        from tui.widgets.browser_driver import tell_page

        tell_page(self, "place", query=query, record=record, title=safe_line(title))

    def open_outside(self, target: str) -> None:
        """Open an address or a file with the program of the desktop, and say when that fails."""
        if self.is_web:
            if target.startswith(("http://", "https://")):
                self.open_url(target)
            else:
                self.say(
                    tr("{file} is a file on the machine that serves this page.").format(
                        file=target
                    ),
                    error=True,
                )
            return
        self.run_worker(partial(self._open_outside, target), thread=True, group="open")

    def _open_outside(self, target: str) -> None:
        from tui.platform.desktop import DesktopError, open_outside

        try:
            open_outside(os.environ, target)
        except DesktopError as error:
            self.tell(partial(self.say, f"{error} {target}", error=True))
        else:
            self.tell(partial(self.say, f"Opened {target}"))

    def make_corpus(self) -> None:
        """Ask where to make a new corpus; it is made, and opened in place of this one."""
        from pathlib import Path

        from tui.intake.corpus.creation import create_corpus
        from tui.intake.document import IntakeError

        if self.is_web:
            self.say(tr("A corpus is made in the terminal: dealtui init."), error=True)
            return

        def make(folder: str) -> str | None:
            """Make the corpus; what is in the way, if anything."""
            if not folder.strip():
                return tr("name a folder")
            try:
                self.next_corpus = create_corpus(Path(folder.strip()).expanduser()).path
            except IntakeError as error:
                return str(error)
            return None

        ScreenDialogs(self).ask(
            tr("Make a new corpus"),
            lambda _: self.exit(),
            value=str(Path.cwd() / _FOLDER),
            hint=tr(
                "a folder, made if it is not there: deals.yaml with comments, its "
                "schema, and the folder of the articles; nothing is overwritten"
            ),
            check=make,
            does=tr("makes and opens it"),
        )

    def copy(self, text: str) -> None:
        """Copy a text to every clipboard that there is, and say to which."""
        self.copy_to_clipboard(text)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, whoever asks: a command, the search bar or Textual's own selection."""
        from tui.platform.clipboard import terminal_has_clipboard

        if self.is_web:
            self._copy_in_page(text)
            return
        if terminal_has_clipboard(os.environ):
            super().copy_to_clipboard(text)
        else:
            keep_clipboard(self, text)
        self.run_worker(partial(self._copy, text), thread=True, group="copy")

    def _copy_in_page(self, text: str) -> None:
        """Give a text to the clipboard of the reader, not to that of the machine that serves."""
        from tui.widgets.browser_driver import tell_page

        keep_clipboard(self, text)
        if tell_page(self, "copy", text=text):
            self.say(tr("Copied {what}.").format(what=counted(len(text), "character")))

    def _copy(self, text: str) -> None:
        from tui.platform.clipboard import copied_words, copy_text

        copied = copy_text(os.environ, text)
        self.tell(partial(self.say, copied_words(copied, text), error=bool(copied.advice)))

    # Messages and faults

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a short message in place of the one before; the text is data, never markup."""
        if not shows_error(self):
            self.clear_notifications()
        self._said_on = self._lowest_screen
        self.notify(
            safe_text(shown(text)), severity="error" if error else "information", markup=False
        )
        self._make_room_soon()
        self.set_timer(self.NOTIFICATION_TIMEOUT + _LAID_OUT, self._make_room)

    @property
    def _lowest_screen(self) -> Screen[Any] | None:
        """The screen that the user is on, below the dialogs."""
        screens = (screen for screen in reversed(self.screen_stack))
        return next((one for one in screens if not isinstance(one, ModalScreen)), None)

    def screen_entered(self) -> None:
        """The user is on a screen: messages of another one are not shown here."""
        if self._said_on is not None and self._said_on is not self._lowest_screen:
            self._said_on = None
            self.clear_notifications()
            self._make_room()

    def _make_room_soon(self, tries: int = _LOOKS) -> None:
        """Leave room for a message once it has its place, which takes a moment."""

        def look() -> None:
            if not self._make_room() and tries > 1:
                self._make_room_soon(tries - 1)

        self.set_timer(_LAID_OUT, look)

    def _make_room(self) -> bool:
        """Let the keys leave room for messages, so that these cover nothing.

        Returns:
            Whether there are messages, all of them in their place.
        """
        # An app that is ending has no screen any more.
        stack = self.screen_stack
        toasts = [toast.region for screen in stack[-1:] for toast in screen.query("Toast")]
        cells = max((region.width for region in toasts), default=0)
        lines = sum(region.height for region in toasts)
        for screen in stack:
            for keys in screen.query(KeyBar):
                keys.leave_room(cells, lines)
        return bool(toasts) and all(toasts)

    def fault_raised(self, error: Exception) -> None:
        """Log a fault and go on, or leave cleanly when faults come in a row."""
        from tui.platform.crash_log import write_fault
        from tui.platform.folders import log_file

        self._faults += 1
        LOG.error("fault", exc_info=error)
        cause = error.error if isinstance(error, WorkerFailed) else error
        log = write_fault(log_file(), cause)
        if self.is_headless:
            self.end_by_fault(error)
            return
        what = f"{type(cause).__name__}: {cause}"
        if self._faults > _FAULTS_IN_A_ROW or not self.explorer.is_mounted:
            self._leave_broken(what, log)
            return
        from tui.screens.fault import FaultScreen

        if isinstance(self.screen, ModalScreen):
            # It may be what cannot be drawn.
            self.pop_screen()
        if not isinstance(self.screen, FaultScreen):
            self.push_screen(FaultScreen(what, log), lambda _: self._leave_dead_screens())
        self.set_timer(_MEMORY, self._forget_faults)

    def _leave_dead_screens(self) -> None:
        """Go back from screens that a fault ended before they could answer."""
        while self.screen is not self.explorer and not self.screen.is_running:
            self.pop_screen()

    def _leave_broken(self, what: str, log: str) -> None:
        """End with the fault on the terminal that is given back: the text is data, no markup."""
        from rich.text import Text

        if is_ending(self):
            return
        where = (
            tr("The details are in {file}").format(file=log)
            if log
            else tr("No log could be written.")
        )
        words = safe_text(f"dealtui: {what}\n{where}")
        self.workers.cancel_all()
        self.exit(return_code=_BROKEN, message=Text(words))

    def _forget_faults(self) -> None:
        self._faults = 0
