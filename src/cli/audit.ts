import type { Command } from "commander";
import { Option } from "commander";
import { audit } from "../audit/audit";
import type { Rounding } from "../audit/printedInterval";
import { BadInput } from "../badInput";
import type { Language } from "../bilingual";
import { auditHtml } from "../display/auditReport/auditHtml";
import { auditText } from "../display/auditReport/auditText";
import { said } from "../faults/said";
import type { PublishedTable } from "../published/publishedTable";
import { readClaims } from "../published/readClaims";
import { readAuditable } from "./readAuditable";
import { encodingOption } from "./csvFormat";
import { gather } from "./gather";
import { languageOption, languageOr } from "./language";
import { conclude, EXIT } from "./outcome";
import { refuseOutput, writeOutput } from "./writeOutput";

interface Options {
  readonly claims?: string;
  readonly pairs: readonly string[];
  readonly rounding: Rounding;
  readonly json?: boolean | undefined;
  readonly html?: string;
  readonly encoding?: string;
  readonly lang?: Language;
}

/** `sojourn audit`: does a published regression table hold together? Exit 1 where a finding is inconsistent. */
export function register(program: Command): void {
  program
    .command("audit")
    .description("Check a published regression table for what cannot be true and what it gives away: the table itself in any form that sojourn table reads, or its JSON with numbers as printed")
    .argument("<table>", "the file with the table, or - for standard input")
    .option("--claims <file>", "what the text says of the table (JSON), to hold against it")
    .option("--pairs <a:b>", "two models of independent groups to compare term by term; repeatable", gather, [])
    .addOption(new Option("--rounding <how>", "how the table was rounded").choices(["any", "nearest", "truncated"]).default("any"))
    .addOption(encodingOption())
    .addOption(languageOption())
    .option("--json", "print the outcome as JSON")
    .option("--html <file>", "write the report as one page to attach to a review")
    .action((table: string, options: Options) => conclude(() => run(table, options), options.json));
}

async function run(file: string, { claims, pairs, rounding, json, html, encoding, lang }: Options): Promise<number> {
  if (html) refuseOutput(html, [file, ...(claims ? [claims] : [])]);
  const published = await readAuditable(file, encoding);
  const report = audit(published, {
    rounding,
    pairs: pairs.map((text) => parsePair(text, published, file)),
    ...(claims && { claims: readClaims(claims) }),
  });
  if (html) writeOutput(html, auditHtml(published, report));
  console.log(json ? JSON.stringify(report, null, 2) : auditText(report, languageOr(lang)));
  return report.findings.some(({ severity }) => severity === "inconsistent") ? EXIT.finding : EXIT.done;
}

function parsePair(text: string, { models }: PublishedTable, file: string): [string, string] {
  const known = Object.keys(models);
  // An id may hold a colon itself: take the split whose two sides are both models.
  const pair = [...text.matchAll(/:/g)].map(({ index }) => [text.slice(0, index), text.slice(index + 1)] as const)
    .find(([a, b]) => a !== b && known.includes(a) && known.includes(b));
  if (!pair) throw new BadInput({ file }, said`--pairs ${text} does not name two of its models`, said`A:B of ${known.join(", ")}`);
  return [...pair];
}
