// @ts-check
// Makes assets/fonts/: the one font that every still picture is drawn with, and the list of what it can draw.
//
// A still must look the same on every machine, so it never uses the system's fonts; and Noto Sans SC whole weighs 10 MB.
// The subset holds Latin, Greek, the symbols of tables and figures, the 3,755 everyday simplified characters
// (GB 2312, level 1) and every other character found in the repository's own texts or in extra-characters.txt.
//
// Needs two development tools, in any folder outside the repository:
//   npm install subset-font@2.9.0 @expo-google-fonts/noto-sans-sc@0.4.3
// Run:  node scripts/subset-font.mjs THAT_FOLDER [TEXT_FILE…]
// The characters of the TEXT_FILEs are added to extra-characters.txt, so that a later run keeps them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [tools, ...texts] = process.argv.slice(2);
if (!tools) {
  console.error("Usage: node scripts/subset-font.mjs FOLDER_WITH_THE_TWO_TOOLS [TEXT_FILE…] (see the head of this script)");
  process.exit(2);
}
const project = fileURLToPath(new URL("..", import.meta.url));
const fonts = join(project, "assets", "fonts");
const toolRequire = createRequire(join(resolve(tools), "package.json"));
const subsetFont = toolRequire("subset-font");
// HarfBuzz comes with subset-font; it tells which characters a font has and how wide each is.
const harfbuzzPath = join(dirname(createRequire(toolRequire.resolve("subset-font")).resolve("harfbuzzjs")), "index.mjs");
const { Blob, Face, Font } = await import(pathToFileURL(harfbuzzPath).href);

const WHOLE_FONT = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";
// Blocks for labels and notes: Basic Latin, Latin-1, Latin Extended-A, Greek, punctuation, super- and subscripts, currency,
// letter-like, number forms, arrows, operators, enclosed numbers, box lines, shapes, ticks, CJK punctuation, small and full-width forms.
const BLOCKS = [
  [0x20, 0x7e], [0xa0, 0x17f], [0x370, 0x3ff], [0x2010, 0x205e], [0x2070, 0x209c], [0x20a0, 0x20bf], [0x2100, 0x218f],
  [0x2190, 0x21ff], [0x2200, 0x22ff], [0x2460, 0x2473], [0x2500, 0x257f], [0x25a0, 0x25ff], [0x2605, 0x2606], [0x2713, 0x2717],
  [0x3000, 0x301f], [0xfe50, 0xfe6b], [0xff01, 0xffe5],
];

const original = readFileSync(toolRequire.resolve(WHOLE_FONT));
const wanted = new Set([...blocks(), ...everyday(), ...ownTexts(), ...extra()].map((c) => c.codePointAt(0)));
const { has } = measurer(original);
const kept = [...wanted].filter(has).sort((a, b) => a - b);
const subset = await subsetFont(original, String.fromCodePoint(...kept), {
  targetFormat: "truetype",
  noHinting: true, // drawn at 2×, where hints do nothing
  keepFeatures: [], // no kerning: a text is as wide as its characters, which is what our layout measures
  dropTables: ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "STAT"],
});
writeFileSync(join(fonts, "NotoSansSC-subset.ttf"), subset);
writeFileSync(join(fonts, "NotoSansSC-subset.json"), coverage(subset, kept));
writeFileSync(join(fonts, "OFL.txt"), readFileSync(join(dirname(toolRequire.resolve(WHOLE_FONT)), "..", "LICENSE_FONT")));
console.log(`${kept.length} characters, ${Math.round(subset.length / 1024)} kB`);

function blocks() {
  return BLOCKS.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)));
}

/** GB 2312, level 1: rows B0–D7 hold the 3,755 everyday characters. */
function everyday() {
  const gbk = new TextDecoder("gbk");
  const characters = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) characters.push(gbk.decode(Uint8Array.of(row, cell)));
  }
  return characters.filter((c) => /^\p{Script=Han}$/u.test(c));
}

/** Whatever the repository itself may want to draw. */
function ownTexts() {
  const files = ["data", "notebooks", "src"].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true }).map((name) => join(project, folder, name)));
  // (commonCharacters.ts is a list by which encodings are guessed, no text that anybody is shown.)
  return files.filter((file) => /\.(json|ipynb|ts)$/.test(file) && !file.endsWith("commonCharacters.ts")).flatMap((file) => [...readFileSync(file, "utf8")]);
}

/** Characters asked for by hand, kept in a file so that every later run keeps them too. */
function extra() {
  const file = join(fonts, "extra-characters.txt");
  const before = readExisting(file);
  const known = new Set([...blocks(), ...everyday()]);
  const all = new Set([...before, ...texts.flatMap((text) => [...readFileSync(text, "utf8")])]);
  const characters = [...all].filter((c) => !known.has(c) && /[\p{L}\p{N}\p{P}\p{S}]/u.test(c)).sort();
  writeFileSync(file, `${characters.join("")}\n`);
  return characters;
}

function readExisting(file) {
  try {
    return [...readFileSync(file, "utf8")];
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

function measurer(bytes) {
  const face = new Face(new Blob(new Uint8Array(bytes)), 0);
  const font = new Font(face);
  return {
    unitsPerEm: face.upem,
    has: (codePoint) => Boolean(font.nominalGlyph(codePoint)), // glyph 0 is the empty box
    advance: (codePoint) => font.glyphHAdvance(font.nominalGlyph(codePoint)),
  };
}

/** Runs of neighbouring characters of one width: [first, last, advance], in font units. */
function coverage(bytes, codePoints) {
  const { has, advance, unitsPerEm } = measurer(bytes);
  const lost = codePoints.filter((codePoint) => !has(codePoint));
  if (lost.length > 0) throw new Error(`the subset lost ${String.fromCodePoint(...lost)}`);
  const runs = [];
  for (const codePoint of codePoints) {
    const run = runs.at(-1);
    if (run && run[1] === codePoint - 1 && run[2] === advance(codePoint)) run[1] = codePoint;
    else runs.push([codePoint, codePoint, advance(codePoint)]);
  }
  const source = "Noto Sans SC Regular, from the npm package @expo-google-fonts/noto-sans-sc 0.4.3 (SIL Open Font License 1.1)";
  return `${JSON.stringify({ family: "Noto Sans SC", source, unitsPerEm, runs })}\n`;
}
