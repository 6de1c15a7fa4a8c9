"""Parameters of papermill for TypeScript notebooks, which it has no words for itself: `import sojourn_lab.papermill` adds them.

A cell tagged `parameters` holds `let level = 0.95;`; papermill puts `let level = 0.9;` into a cell after it.
"""

import json

from papermill.translators import Translator, papermill_translators


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


papermill_translators.register("typescript", TypeScriptTranslator)
