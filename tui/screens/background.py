"""Work in threads on behalf of a screen: started in groups, given up when nobody waits for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode
    from textual.worker import Worker

    from tui.screens.ports import Host, Job


class WorkerJob:
    """A job that runs in a worker of Textual."""

    def __init__(self, node: DOMNode, host: Host, worker: Worker[None]) -> None:
        self._node, self._host, self._worker = node, host, worker

    def cancelled(self) -> bool:
        """Whether a newer job took its place, or its screen has gone."""
        return self._worker.is_cancelled

    def publish(self, take: Callable[..., None], *results: object) -> None:
        """Call `take` in the thread of the screen, unless the job is cancelled by then."""

        def deliver() -> None:
            if self._is_shown() and not self.cancelled():
                take(*results)

        if not self.cancelled():
            self._host.tell(deliver)

    def _is_shown(self) -> bool:
        """Whether the screen has not been left; one that is has no widgets any more."""
        node = self._node
        return node.is_attached and node.screen in node.app.screen_stack


class Workers:
    """Starts jobs that belong to a node: they are cancelled when it goes."""

    def __init__(self, node: DOMNode, host: Host) -> None:
        self._node, self._host = node, host

    def start(self, group: str, work: Callable[[Job], None]) -> None:
        """Start work in place of what goes on in its group."""
        run = partial(self._run, work)
        # Without a description Textual writes out the work with all that is bound to it: 3 s in
        # the thread of the screen for a corpus of 80,000 records.
        self._node.run_worker(run, thread=True, exclusive=True, group=group, description=group)

    def cancel(self, group: str) -> None:
        """Cancel the work of a group."""
        self._node.workers.cancel_group(self._node, group)

    def _run(self, work: Callable[[Job], None]) -> None:
        work(WorkerJob(self._node, self._host, get_current_worker()))
