/** `node:path` for the package in a page: paths of the POSIX kind. */
export const sep = "/";

export function normalize(path: string): string {
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (part !== ".." || !path.startsWith("/")) kept.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + kept.join("/") || ".";
}

export const isAbsolute = (path: string): boolean => path.startsWith("/");
export const join = (...parts: string[]): string => normalize(parts.filter((part) => part !== "").join("/"));
export const resolve = (...parts: string[]): string => {
  const from = parts.findLastIndex(isAbsolute);
  return normalize(from < 0 ? `${process.cwd()}/${parts.join("/")}` : parts.slice(from).join("/"));
};
export const dirname = (path: string): string => path.replace(/\/?[^/]*\/?$/, "") || (path.startsWith("/") ? "/" : ".");
export const basename = (path: string, end = ""): string => {
  const name = path.replace(/\/+$/, "").split("/").at(-1)!;
  return end !== "" && name !== end && name.endsWith(end) ? name.slice(0, -end.length) : name;
};
export const extname = (path: string): string => /(?<=[^/])\.[^./]*$/.exec(path)?.[0] ?? "";
export function relative(from: string, to: string): string {
  const [a, b] = [resolve(from).split("/").filter(Boolean), resolve(to).split("/").filter(Boolean)];
  const common = a.findIndex((part, i) => part !== b[i]);
  const shared = common < 0 ? a.length : common;
  return [...a.slice(shared).map(() => ".."), ...b.slice(shared)].join("/");
}
export const posix = { sep, normalize, isAbsolute, join, resolve, dirname, basename, extname, relative };
export default posix;
