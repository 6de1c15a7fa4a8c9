declare module "mammoth/mammoth.browser.js" {
  const mammoth: unknown;
  export default mammoth;
}
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
