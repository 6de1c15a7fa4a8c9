import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { projectFolder } from "../projectFolder";
import type { SiteFile } from "./pageInMaking";

const OWN = join(projectFolder, "src", "site", "assets");
const packages = createRequire(join(projectFolder, "package.json"));

const BUNDLES = join(projectFolder, "dist", "client");

/** What every page may load, as files of the site: style, scripts, Plotly's cartesian bundle, KaTeX with its fonts. */
export function siteAssets({ figures, maths }: { figures: boolean; maths: boolean }): SiteFile[] {
  const own = readdirSync(OWN).sort().map((name) => ({ path: `assets/${name}`, content: readFileSync(join(OWN, name)) }));
  return [...own, ...bundles(), ...(figures ? plotly() : []), ...(maths ? katex() : [])];
}

/** What src/site/client/ is bundled to, with the licences of whose code is in it. */
function bundles(): SiteFile[] {
  const names = existsSync(BUNDLES) ? readdirSync(BUNDLES).filter((name) => /\.(js|txt)$/.test(name)).sort() : [];
  if (names.length === 0) throw new Error("dist/client/ holds no script: run `npm run build`");
  return names.map((name) => ({ path: `assets/${name}`, content: readFileSync(join(BUNDLES, name)) }));
}

function plotly(): SiteFile[] {
  const file = packages.resolve("plotly.js-cartesian-dist-min/plotly-cartesian.min.js");
  return [
    { path: "assets/plotly-cartesian.min.js", content: readFileSync(file) },
    { path: "assets/plotly-cartesian.LICENSE.txt", content: readFileSync(join(dirname(file), "LICENSE")) },
  ];
}

/** KaTeX's style sheet and fonts; WOFF2 alone, which every browser since 2018 reads. */
function katex(): SiteFile[] {
  const dist = dirname(packages.resolve("katex"));
  const css = readFileSync(join(dist, "katex.min.css"), "utf8").replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, "");
  const fonts = readdirSync(join(dist, "fonts")).filter((name) => name.endsWith(".woff2")).sort();
  return [
    { path: "assets/katex/katex.min.css", content: css },
    { path: "assets/katex/LICENSE.txt", content: readFileSync(join(dist, "..", "LICENSE")) },
    ...fonts.map((name) => ({ path: `assets/katex/fonts/${name}`, content: readFileSync(join(dist, "fonts", name)) })),
  ];
}
