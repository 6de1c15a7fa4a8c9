/** JupyterLab marks its theme on the page's body; a renderer has no other way to know it. */
export const isDark = (): boolean => document.body.dataset.jpThemeLight === "false";

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back after each change of theme; returns how to stop. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  observer ??= observed();
  return () => listeners.delete(listener);
}

function observed(): MutationObserver {
  // Style sheets of the new theme may come a little later than its name.
  const made = new MutationObserver(() => setTimeout(() => listeners.forEach((listener) => listener()), 100));
  made.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-name", "data-jp-theme-light"] });
  return made;
}
