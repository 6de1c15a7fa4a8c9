import { PageFault } from "./pageFault";

/**
 * Loads a classic script: a page opened as a file may neither import nor fetch.
 *
 * @throws {PageFault} (by rejection) the script cannot be loaded
 */
export const loadScript = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const loader = document.createElement("script");
    loader.src = address;
    loader.onload = () => resolve();
    loader.onerror = () => reject(new PageFault({ en: `${address} cannot be loaded`, zh: `无法载入 ${address}` }));
    document.head.append(loader);
  });
