/**
 * Loads a classic script: a page opened as a file may neither import nor fetch.
 *
 * @throws {Error} (by rejection) the script cannot be loaded
 */
export const loadScript = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const loader = document.createElement("script");
    loader.src = address;
    loader.onload = () => resolve();
    loader.onerror = () => reject(new Error(`${address} cannot be loaded`));
    document.head.append(loader);
  });
