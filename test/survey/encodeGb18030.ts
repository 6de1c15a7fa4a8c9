/** Text as GB18030 bytes: the one- and two-byte part, which has every common Chinese character, found by decoding all of it. */
export function encodeGb18030(text: string): Uint8Array {
  return Buffer.concat([...text].map((character) => {
    if (character < "\u0080") return Buffer.from(character);
    const bytes = twoBytes.get(character);
    if (!bytes) throw new Error(`${character} is not in the two-byte part of GB18030`);
    return bytes;
  }));
}

const twoBytes = new Map<string, Buffer>();
const decoder = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const bytes = Buffer.from([lead, trail]);
    const character = decoder.decode(bytes);
    if (!character.includes("\ufffd")) twoBytes.set(character, bytes);
  }
}
