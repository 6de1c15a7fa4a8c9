/** The package or file that an import did not find; undefined for an error of another kind. */
export function missingPackage({ code, message }: NodeJS.ErrnoException): string | undefined {
  if (code !== "MODULE_NOT_FOUND" && code !== "ERR_MODULE_NOT_FOUND") return undefined;
  const [, path] = /Cannot find (?:module|package) '([^']+)'/.exec(message) ?? [];
  return path?.replace(/^.*[\\/]node_modules[\\/]/, "") ?? "one of them";
}
