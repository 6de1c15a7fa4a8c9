"""Parameters of papermill for TypeScript notebooks, which it has no words for itself: `import sojourn_lab.papermill` adds them.

A cell tagged `parameters` holds `let level = 0.95;`; papermill puts `let level = 0.9;` into a cell after it.
"""

import json
import re

from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators


# A line such as `let level: number = 0.95; // of the intervals`.
DECLARED = re.compile(r"^\s*(?:let|var|const)\s+(?P<name>[\w$]+)\s*(?::\s*(?P<type>[^=]+?)\s*)?=\s*(?P<default>.+?)\s*;?\s*(?://\s*(?P<help>.*))?$", re.M)


class TypeScriptTranslator(Translator):
    @classmethod
    def translate(cls, val):
        return json.dumps(val, ensure_ascii=False, allow_nan=False)

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        """Without it papermill warns of every parameter that it is unknown."""
        return [
            Parameter(found["name"], found["type"] or "None", found["default"], found["help"] or "")
            for found in DECLARED.finditer(parameters_cell["source"])
        ]


papermill_translators.register("typescript", TypeScriptTranslator)
