// What the scripts meet that has no types of its own here: packages of browser/, which has a lock file of its own, and what JupyterLab
// and the checks put on a page.
declare module "playwright-core";
declare module "puppeteer-core";
declare module "@axe-core/playwright";

interface Window {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- JupyterLab's application, whose types are the extension's
  jupyterapp: any;
  owned?: unknown;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- src/site/client/live
  sojournLive: any;
}
