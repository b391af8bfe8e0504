"""Write the table of settings into README.md, from `kokoro_studio/settings.py`:

python -m scripts.write_settings
"""

from __future__ import annotations

import re
from pathlib import Path

from kokoro_studio.settings import settings_table
from kokoro_studio.storage.files import write_whole

README = Path(__file__).resolve().parents[1] / "README.md"
_TABLE = re.compile(r"(?<=<!-- settings -->\n).*?(?=\n<!-- /settings -->)", re.DOTALL)


def with_settings(readme: str) -> str:
    """A README whose table of settings is current."""
    (_,) = _TABLE.findall(readme)
    return _TABLE.sub(lambda _: f"\n{settings_table()}\n", readme)


if __name__ == "__main__":
    write_whole(README, with_settings(README.read_text("utf-8")).encode())
