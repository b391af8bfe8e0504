"""The studio on one port: the page, the API beside it, and a guard in front of both."""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from typing import Any

from starlette.middleware import Middleware

from ..api import MAX_UPLOAD, Beside, Cors, Guard, RelativeRedirects, build_api
from ..engine import Engine
from ..engine.renderers import on_zero
from ..errors import RequestError, StudioError
from ..listening.room import ListeningRoom
from ..settings import Settings
from ..storage.backup import start_backup
from ..storage.files import data_folder, remove_leftovers
from ..ui import AsGradioRequest, BoundedCopies, build_app, choose_folder, launch_settings
from ..voices import judge, own_voices_or_problem, parse_formula

log = logging.getLogger(__name__)


def build_studio(engine: Engine, settings: Settings | None = None) -> tuple[Any, dict[str, Any]]:
    """The Gradio page, and the arguments of its `launch`. `settings`: else the environment's.

    `RequestError` for a mistake in them.
    """
    settings = settings or Settings.from_environment()
    settings.check()
    if not on_zero():
        engine.reserve_processors()
    choose_folder()
    room = ListeningRoom(engine)
    beside = [
        Middleware(Guard, settings=settings),
        Middleware(RelativeRedirects),
        Middleware(BoundedCopies),
        *([Middleware(AsGradioRequest)] if on_zero() else []),
        Middleware(Beside, api=build_api(engine, settings, room)),
    ]
    return build_app(engine, room), {
        **launch_settings(),
        "app_kwargs": {"middleware": beside, "lifespan": _inside_cors(settings)},
        "max_file_size": MAX_UPLOAD,
    }


def _inside_cors(settings: Settings) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """A lifespan for Gradio's application that puts it inside our CORS policy.

    Gradio adds its own outside of every middleware that `launch` is given, so ours has to wrap the
    stack once it is built. The server asks for nothing before.
    """

    @asynccontextmanager
    async def lifespan(app: Any) -> AsyncIterator[None]:
        app.middleware_stack = Cors(app.middleware_stack, settings)
        yield

    return lifespan


def serve(
    engine: Engine, demo: Any, options: dict[str, Any], settings: Settings | None = None
) -> None:
    """Open what `build_studio` built, and keep it open until the process is ended."""
    prepare(engine)
    launch(demo, options, settings)
    warm_up(engine)
    demo.block_thread()


def prepare(engine: Engine) -> None:
    """Restore the backup and load the model for ZeroGPU, before the first visitor comes."""
    for folder in (data_folder() / "listening").glob("*"):
        remove_leftovers(folder)
    start_backup()
    if problem := own_voices_or_problem()[1]:
        log.warning("The studio starts without own voices and votes. %s", problem)
    if on_zero():
        engine.model  # noqa: B018  in place before a GPU is lent, and taken along


def launch(demo: Any, options: dict[str, Any], settings: Settings | None = None) -> None:
    """Open the port of GRADIO_SERVER_PORT. `RequestError` if it cannot be opened."""
    settings = settings or Settings.from_environment()
    host, port = settings.host, settings.port
    try:
        demo.launch(server_name=host, server_port=port, prevent_thread_lock=True, **options)
    except OSError as error:
        raise RequestError(
            f"Port {port} of {host} cannot be opened, another program may be using it; end that, "
            "or set GRADIO_SERVER_PORT to another port."
        ) from error


@contextmanager
def exits_plainly() -> Iterator[None]:
    """A mistake in the settings ends the program with one sentence instead of a traceback."""
    try:
        yield
    except StudioError as error:
        raise SystemExit(f"kokoro_studio: {error}") from None


def warm_up(engine: Engine) -> None:
    """Load in the background what the first take and mix would wait for.

    It begins when the page is there: Python runs one thread at a time, and the page comes first.
    """
    if on_zero():
        return

    def load() -> None:
        engine.warm_up()
        judge(parse_formula("af_heart"))

    threading.Thread(target=load, name="warm-up", daemon=True).start()
