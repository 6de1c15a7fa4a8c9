"""A kernel that was registered into this Python is written into the package's own list of files, so that pip takes it away too."""

import os
from importlib.metadata import PackageNotFoundError, distribution


def remember(file):
    _rewrite(lambda lines, name: [*[line for line in lines if line != f"{name},,"], f"{name},,"], file)


def forget(file):
    _rewrite(lambda lines, name: [line for line in lines if line != f"{name},,"], file)


def _rewrite(change, file):
    try:
        installed = distribution("sojourn_lab")
    except PackageNotFoundError:
        return  # run from a folder
    record = next((installed.locate_file(entry) for entry in installed.files or [] if str(entry).endswith(".dist-info/RECORD")), None)
    if record is None:
        return
    try:
        name = os.path.relpath(file, installed.locate_file("")).replace(os.sep, "/")
    except ValueError:
        return  # on another drive: not pip's
    lines = record.read_text(encoding="utf-8").splitlines()
    record.write_text("\n".join(change(lines, name)) + "\n", encoding="utf-8")
