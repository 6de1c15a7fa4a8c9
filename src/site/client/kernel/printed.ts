/** A value as `console.log` of Node writes it, near enough to be read: texts as they are, the rest in the manner of its source. */
export function printed(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === "string" ? value : written(value, 0))).join(" ");
}

const DEEPEST = 2;
const MOST = 100;
const WIDEST = 72;

function written(value: unknown, depth: number): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "function") return value.name ? `[Function: ${value.name}]` : "[Function (anonymous)]";
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Error) return depth === 0 ? String(value.stack ?? value) : `[${String(value)}]`;
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? String(value) : value.toISOString();
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return list(value as unknown as ArrayLike<unknown>, depth);
  if (value instanceof Map) return `Map(${value.size}) ${entries([...value].map(([key, inner]) => `${written(key, depth + 1)} => ${written(inner, depth + 1)}`), "{", "}")}`;
  if (value instanceof Set) return `Set(${value.size}) ${entries([...value].map((inner) => written(inner, depth + 1)), "{", "}")}`;
  const name = (value.constructor as { name?: string } | undefined)?.name;
  const prefix = name && name !== "Object" ? `${name} ` : "";
  if (depth > DEEPEST) return `[${name ?? "Object"}]`;
  return prefix + entries(Object.entries(value).map(([key, inner]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : written(key, depth)}: ${written(inner, depth + 1)}`), "{", "}");
}

/** In the first quotes that the text does not have. */
function quoted(text: string): string {
  const quote = ["'", '"', "`"].find((sign) => !text.includes(sign));
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return quote === undefined ? `'${escaped.replaceAll("'", "\\'")}'` : quote + escaped + quote;
}

function list(value: ArrayLike<unknown>, depth: number): string {
  if (depth > DEEPEST) return "[Array]";
  const shown = Array.from({ length: Math.min(MOST, value.length) }, (_, i) => written(value[i], depth + 1));
  return entries([...shown, ...(value.length > MOST ? [`... ${value.length - MOST} more item${value.length - MOST === 1 ? "" : "s"}`] : [])], "[", "]");
}

function entries(parts: readonly string[], open: string, close: string): string {
  if (parts.length === 0) return open + close;
  const line = `${open} ${parts.join(", ")} ${close}`;
  return line.length <= WIDEST && !line.includes("\n") ? line : `${open}\n${parts.map((part) => `  ${part.replace(/\n/g, "\n  ")}`).join(",\n")}\n${close}`;
}
