"""Sojourn in a JupyterLab of one's own: the prebuilt extension, and what registers a project's kernel beside it."""

__version__ = "@VERSION@"
