"""Work in other threads: what it is given may be large."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import App

from tui.screens.background import Workers

if TYPE_CHECKING:
    from tui.screens.ports import Host, Job


class Large:
    """What takes long to write out."""

    def __repr__(self) -> str:
        raise AssertionError("it is written out")


async def test_work_is_started_without_writing_out_what_it_works_on() -> None:
    done = threading.Event()

    def work(what: Large, job: Job) -> None:
        assert not job.cancelled()
        done.set()

    app: App[None] = App()
    async with app.run_test():
        Workers(app, cast("Host", app)).start("large", partial(work, Large()))
        await app.workers.wait_for_complete()
    assert done.is_set()
