"""The page's ES modules, as Gradio's page can load them.

Gradio 6.31 adds what `launch(head=...)` is given to the page from a script of its own: after its
modules have begun to load, and before it builds the components. An import map would come too late
there in browsers that take only one before the first module. A module that is fetched or made of a
blob comes later than the components, and a proxy's Content-Security-Policy may forbid it. So each
module becomes a plain script, in the order of the imports: it runs at once, needs no address, and
is allowed wherever Gradio's own scripts are.

The files stay ES modules for browsers, Node, biome and tsc. `scripts_of` reads the part of the
grammar that they use, and refuses what it cannot translate:

    import './page.js';
    import { make, button as press } from '../shell/dom.js';
    export function …    export async function …    export class …    export const …
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

_UI = Path(__file__).parents[1]
_IMPORT = re.compile(r"^import (?:\{([^{}]*)\} from )?'(\.{1,2}/[^']+)';$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function\*?|class|const) (\w+))", re.MULTILINE)
_UNREAD = re.compile(r"^(?:import|export)\b(?!\().*", re.MULTILINE)
_NAMES = re.compile(r"(\w+)(?: as (\w+))?")
# Inside of an HTML script these two end the script, or keep it from ending.
_BREAKS_HTML = re.compile(r"</script|<!--", re.IGNORECASE)


@dataclass(frozen=True)
class _Module:
    imports: Mapping[str, tuple[str, ...]]  # of each module that it needs, the names
    exports: tuple[str, ...]
    script: str


@cache
def page_scripts() -> str:
    """All modules of the page, for `launch(head=...)`."""
    files = sorted(_UI.rglob("*.js"))
    return scripts_of({f.relative_to(_UI).as_posix(): f.read_text("utf-8") for f in files})


def scripts_of(sources: Mapping[str, str]) -> str:
    """HTML script elements, one for each module and after those that it imports.

    `sources`: the text of each module by its path, which relative imports resolve to. `ValueError`
    for an import of what is not there, for a circle, and for syntax that is not translated.
    """
    modules = {name: _translate(name, text) for name, text in sources.items()}
    for name, module in modules.items():
        for needed, names in module.imports.items():
            if needed not in modules:
                raise ValueError(f"{name} imports {needed}, which is not there.")
            if missing := set(names) - set(modules[needed].exports):
                raise ValueError(f"{needed} does not export {missing.pop()}, as {name} wants.")
    try:
        order = [*TopologicalSorter({n: m.imports for n, m in modules.items()}).static_order()]
    except CycleError as error:
        raise ValueError(f"Modules import each other: {' → '.join(error.args[1])}.") from None
    scripts = ("window.kokoroModules = {};", *(modules[name].script for name in order))
    return "\n".join(f"<script>{script}</script>" for script in scripts)


def _translate(name: str, text: str) -> _Module:
    """One module as a script that puts its exports into `kokoroModules`, line by line."""
    if _BREAKS_HTML.search(text):
        raise ValueError(f"{name} has '</script' or '<!--', which a page cannot hold.")
    imports: dict[str, tuple[str, ...]] = {}

    def take(found: re.Match[str]) -> str:
        needed = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[2]))
        pairs = _NAMES.findall(found[1] or "")
        imports[needed] = tuple(given for given, _ in pairs)
        taken = ", ".join(f"{given}: {called}" if called else given for given, called in pairs)
        lines = "\n" * found[0].count("\n")
        return f"const {{ {taken} }} = window.kokoroModules['{needed}'];{lines}"

    body = _IMPORT.sub(take, text)
    exports = tuple(_EXPORT.findall(body))
    body = _EXPORT.sub("", body)
    if unread := _UNREAD.search(body):
        raise ValueError(f"{name}: '{unread[0]}' is not translated; see {Path(__file__).name}.")
    return _Module(
        imports,
        exports,
        f"window.kokoroModules['{name}'] = (() => {{ 'use strict'; {body}\n"
        f"return {{ {', '.join(exports)} }};\n}})();\n//# sourceURL=kokoro_studio/ui/{name}\n",
    )
