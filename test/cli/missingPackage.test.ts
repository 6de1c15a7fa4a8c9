import { expect, it } from "vitest";
import { missingPackage } from "../../src/cli/missingPackage";

const error = (code: string, message: string) => Object.assign(new Error(message), { code });

it.each([
  ["MODULE_NOT_FOUND", "Cannot find module 'commander'\nRequire stack:\n- /x/a.js", "commander"], ["ERR_MODULE_NOT_FOUND", "Cannot find package '@duckdb/node-api' imported from /x/a.mjs", "@duckdb/node-api"], ["ERR_MODULE_NOT_FOUND", "Cannot find module '/x/node_modules/a/node_modules/b/index.js' imported from /x", "b/index.js"], ["MODULE_NOT_FOUND", "Cannot find module 'C:\\x\\node_modules\\a\\b.js'", "a\\b.js"],
  ["MODULE_NOT_FOUND", "something else", "one of them"], ["ENOENT", "Cannot find module 'a'", undefined], ["ERR_REQUIRE_ESM", "Cannot find package 'a'", undefined],
])("%s, %j lacks %j", (code, message, lacking) => expect(missingPackage(error(code, message))).toBe(lacking));
