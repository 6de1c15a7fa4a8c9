import type { Command } from "commander";
import { Option } from "commander";
import { audit } from "../audit/audit";
import type { Rounding } from "../audit/printedInterval";
import { auditHtml } from "../audit/report/auditHtml";
import { auditText } from "../audit/report/auditText";
import { BadInput } from "../badInput";
import type { PublishedTable } from "../published/publishedTable";
import { readClaims } from "../published/readClaims";
import { readPublished } from "../published/readPublished";
import { conclude, EXIT } from "./outcome";
import { refuseOutput, writeOutput } from "./writeOutput";

interface Options {
  readonly claims?: string;
  readonly pairs: readonly string[];
  readonly rounding: Rounding;
  readonly json?: boolean;
  readonly html?: string;
}

/** `sojourn audit`: does a published regression table hold together? Exit 1 where a finding is inconsistent. */
export function register(program: Command): void {
  program
    .command("audit")
    .description("Check a published regression table (JSON, numbers as printed) for what cannot be true and what it gives away")
    .argument("<table>", "the published table; sojourn table makes it from a pasted one")
    .option("--claims <file>", "what the text says of the table (JSON), to hold against it")
    .option("--pairs <a:b>", "two models of independent groups to compare term by term; repeatable", (text: string, all: readonly string[]) => [...all, text], [])
    .addOption(new Option("--rounding <how>", "how the table was rounded").choices(["any", "nearest", "truncated"]).default("any"))
    .option("--json", "print the outcome as JSON")
    .option("--html <file>", "write the report as one page to attach to a review")
    .action((table: string, options: Options) => conclude(() => run(table, options), options.json));
}

function run(file: string, { claims, pairs, rounding, json, html }: Options): number {
  if (html) refuseOutput(html, [file, ...(claims ? [claims] : [])]);
  const published = readPublished(file);
  const report = audit(published, {
    rounding,
    pairs: pairs.map((text) => parsePair(text, published, file)),
    ...(claims && { claims: readClaims(claims) }),
  });
  if (html) writeOutput(html, auditHtml(published, report));
  console.log(json ? JSON.stringify(report, null, 2) : auditText(report));
  return report.findings.some(({ severity }) => severity === "inconsistent") ? EXIT.finding : EXIT.done;
}

function parsePair(text: string, { models }: PublishedTable, file: string): [string, string] {
  const known = Object.keys(models);
  // An id may hold a colon itself: take the split whose two sides are both models.
  const pair = [...text.matchAll(/:/g)].map(({ index }) => [text.slice(0, index), text.slice(index + 1)] as const)
    .find(([a, b]) => a !== b && known.includes(a) && known.includes(b));
  if (!pair) throw new BadInput({ file }, `--pairs ${text} does not name two of its models`, `A:B of ${known.join(", ")}`);
  return [...pair];
}
