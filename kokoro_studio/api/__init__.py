"""The studio for programs: OpenAI's speech API, beside the page, in the same process.

Knows nothing of the page; both build the same `Take` and ask the same engine.
"""

from .application import Beside, build_api
from .cors import Cors
from .guard import MAX_UPLOAD, Guard
from .paths import RelativeRedirects

__all__ = ["MAX_UPLOAD", "Beside", "Cors", "Guard", "RelativeRedirects", "build_api"]
