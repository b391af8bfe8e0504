"""`python -m kokoro_studio`"""

from .cli import main

raise SystemExit(main())
