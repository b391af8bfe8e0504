"""The release, as manifests, results of tests and the API state it."""

__version__ = "0.1.0"
