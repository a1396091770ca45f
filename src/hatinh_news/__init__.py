"""A static-site generator for Vietnamese newspapers."""

__version__ = "0.1.0"
