"""The studio's page. Only this package imports gradio.

Knows nothing of tensors: it turns what a person gave into a `Take` and shows the `Segment`s.
"""

from .page import build_app, launch_settings
from .shell.copies import BoundedCopies, choose_folder
from .shell.zerogpu import AsGradioRequest

__all__ = ["AsGradioRequest", "BoundedCopies", "build_app", "choose_folder", "launch_settings"]
