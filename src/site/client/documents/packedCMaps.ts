import { loadScript } from "../loadScript";

declare global {
  interface Window {
    /** Called by `document-cmaps.js`, with each file in base64. */
    sojournCMaps?: (files: Readonly<Record<string, string>>) => void;
  }
}

const address = new URL("document-cmaps.js", (document.currentScript as HTMLScriptElement).src).href;
let files: Promise<Readonly<Record<string, string>>> | undefined;

/** Where pdf.js looks up the characters of Chinese, Japanese and Korean fonts: a script that is loaded with the first of them. */
export class PackedCMaps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const packed = kind === "cMapUrl" ? (await (files ??= loaded()))[filename] : undefined;
    if (packed === undefined) throw new Error(`${filename} is not on this page`); // fonts and decoders of pictures: for drawing alone
    return Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  }
}

async function loaded(): Promise<Readonly<Record<string, string>>> {
  let given: Readonly<Record<string, string>> | undefined;
  window.sojournCMaps = (all) => { given = all; };
  await loadScript(address);
  if (!given) throw new Error(`${address} holds no character maps`);
  return given;
}
