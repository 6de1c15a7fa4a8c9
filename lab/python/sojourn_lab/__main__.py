"""Registers the TypeScript kernel of a Sojourn project with the Jupyter of this Python, and takes it away again.

    python -m sojourn_lab install --project DIR [--user] [--node NODE] [--replace]
    python -m sojourn_lab uninstall

DIR is a clone that has been built (npm run build), or a folder where the package `sojourn` is installed.
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

from .record import forget, remember

MARK = "sojourn_lab"  # in a kernel.json's metadata: written by us, so that it may be replaced and removed


class Refused(Exception):
    """Something the user can mend, told in one sentence."""


def main(words=None):
    parser = argparse.ArgumentParser(prog="python -m sojourn_lab", description=__doc__.split("\n\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    install_ = commands.add_parser("install", help="register the kernel of a project")
    install_.add_argument("--project", required=True, metavar="DIR", help="a built clone, or a folder where the package sojourn is installed")
    install_.add_argument("--user", action="store_true", help="for every Jupyter of the user, instead of this Python's alone")
    install_.add_argument("--node", default="node", help="the Node that the kernel runs on (node of the PATH)")
    install_.add_argument("--replace", action="store_true", help="replace a tslab kernel that something else has registered")
    commands.add_parser("uninstall", help="take away what install has registered")
    options = parser.parse_args(words)
    try:
        return install(options) if options.command == "install" else uninstall()
    except Refused as why:
        print(f"sojourn_lab: {why}", file=sys.stderr)
        return 2


def install(options):
    spec = kernelspec(Path(options.project), options.node)
    file = kernel_file(user=options.user)
    if file.exists() and not ours(file) and not options.replace:
        raise Refused(f"{file} is a tslab kernel that something else has registered (expected none, or one of ours). Say --replace, or remove it: jupyter kernelspec remove tslab. Nothing was written.")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(spec, indent=1) + "\n", encoding="utf-8")
    if not options.user:
        remember(file)
    print(f"The kernel tslab (TypeScript) of {Path(options.project).resolve()} is registered: {file}")
    return 0


def uninstall():
    found = [file for file in (kernel_file(user=False), kernel_file(user=True)) if file.exists() and ours(file)]
    for file in found:
        shutil.rmtree(file.parent)
        forget(file)
        print(f"Removed {file.parent}")
    if not found:
        print("No kernel of ours is registered. Nothing was removed.")
    return 0


def kernelspec(project, node):
    """What the project itself says of its kernel."""
    places = [project / "dist/cli/main.js", project / "node_modules/sojourn/dist/cli/main.js"]
    command = next((place.resolve() for place in places if place.exists() and sojourn(place)), None)
    if command is None:
        raise Refused(f"{project} holds no Sojourn that is built (expected a clone, or a folder with the package sojourn in node_modules). In a clone: npm run build. Nothing was written.")
    binary = shutil.which(node)
    if binary is None:
        raise Refused(f"{node} was not found (expected Node 20.19 or later on the PATH). Name it: --node /path/to/node. Nothing was written.")
    asked = subprocess.run([binary, str(command), "kernelspec"], capture_output=True, text=True, encoding="utf-8")
    if asked.returncode != 0:
        raise Refused(f"{project}: the project does not tell its kernel ({asked.stderr.strip().splitlines()[0] if asked.stderr.strip() else f'exit {asked.returncode}'}). Nothing was written.")
    return {**json.loads(asked.stdout), "metadata": {MARK: {"project": str(project.resolve())}}}


def sojourn(command):
    package = command.parents[2] / "package.json"
    return package.exists() and json.loads(package.read_text(encoding="utf-8")).get("name") == "sojourn"


def ours(file):
    try:
        return MARK in json.loads(file.read_text(encoding="utf-8")).get("metadata", {})
    except ValueError:
        return False


def kernel_file(user):
    from jupyter_core.paths import jupyter_data_dir

    data = Path(jupyter_data_dir()) if user else Path(sys.prefix) / "share" / "jupyter"
    return data / "kernels" / "tslab" / "kernel.json"


if __name__ == "__main__":
    sys.exit(main())
