"""ES modules as plain scripts: order, names, and what is refused."""

from __future__ import annotations

import re

import pytest

from kokoro_studio.ui.shell.modules import page_scripts, scripts_of

MAKE = "export function make() {\n  return 1;\n}\n"


def names(html: str) -> list[str]:
    return re.findall(r"//# sourceURL=kokoro_studio/ui/(\S+)", html)


def test_a_module_comes_after_what_it_imports():
    desk = "import { make } from '../shell/dom.js';\nexport const desk = make();\n"
    html = scripts_of(
        {"mix/desk.js": desk, "page.js": "import './mix/desk.js';", "shell/dom.js": MAKE}
    )
    assert names(html) == ["shell/dom.js", "mix/desk.js", "page.js"]
    assert html.count("<script>") == html.count("</script>") == 4  # and the registry


def test_imports_become_constants_and_exports_values():
    mix = (
        "import {\n  make as build,\n  find,\n} from './dom.js';\nexport class Desk {}\nbuild();\n"
    )
    dom = MAKE + "export const find = 1;\nexport async function wait() {}\n"
    html = scripts_of({"shell/mix.js": mix, "shell/dom.js": dom})
    assert "const { make: build, find } = window.kokoroModules['shell/dom.js'];" in html
    assert "return { make, find, wait };" in html
    assert "return { Desk };" in html
    assert not re.search(r"^(import|export)\b", html, re.MULTILINE)


def test_lines_keep_their_number():
    mix = "import {\n  make,\n} from './dom.js';\nmake();\n"
    script = scripts_of({"mix.js": mix, "dom.js": MAKE}).split("<script>")[-1]
    assert script.split("\n")[3] == "make();"


@pytest.mark.parametrize(
    ("sources", "sentence"),
    [
        ({"a.js": "import { b } from './b.js';"}, "a.js imports b.js, which is not there."),
        (
            {"a.js": "import { b } from './b.js';", "b.js": "const b = 1;"},
            "b.js does not export b, as a.js wants.",
        ),
        ({"a.js": "import './b.js';", "b.js": "import './a.js';"}, "import each other"),
        ({"a.js": "import b from './b.js';"}, "'import b from './b.js';' is not translated"),
        ({"a.js": "import * as b from './b.js';"}, "is not translated"),
        ({"a.js": "import { b } from 'b';"}, "is not translated"),
        ({"a.js": "export default 1;"}, "is not translated"),
        ({"a.js": "export let moved = 1;"}, "is not translated"),
        ({"a.js": "const a = 1;\nexport { a };"}, "is not translated"),
        ({"a.js": "const end = '</script>';"}, "which a page cannot hold"),
        ({"a.js": "const open = '<!--';"}, "which a page cannot hold"),
    ],
)
def test_what_cannot_be_translated_is_refused(sources: dict[str, str], sentence: str):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        scripts_of(sources)


def test_the_page_has_every_module_once():
    listed = names(page_scripts())
    assert len(listed) == len(set(listed))
    assert {"page.js", "shell/dom.js", "mix/desk.js", "compare/trial.js"} <= set(listed)
