/** Drops files on a live page as from a folder, and waits for what it says of them. */
export async function dropOnPage(page, /** @type {{ name: string, bytes: Buffer }[]} */ files) {
  const status = page.locator(".live-data [role=status]");
  await status.evaluate((said) => { said.textContent = ""; });
  await page.locator("main").evaluate((target, given) => {
    const data = new DataTransfer();
    for (const [called, base64] of given) data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], called));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files.map(({ name, bytes }) => [name, bytes.toString("base64")]));
  await status.filter({ hasText: /./ }).waitFor({ timeout: 30_000 });
  return status.innerText();
}
