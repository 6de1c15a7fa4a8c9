// @ts-check
/**
 * What was once compiled of sources that are gone: the compiler leaves it in dist/, and whatever is packed would take it along.
 * Bundles for browsers (dist/client) are written anew by their own.
 *
 * @param {readonly string[]} files of dist/
 * @param {(source: string) => boolean} exists
 * @returns {string[]}
 */
export const orphans = (files, exists) => files.map((file) => file.replaceAll("\\", "/")).filter((file) => {
  const source = /^(?!client\/)(.*?)(?:\.d)?\.[jt]s(?:\.map)?$/.exec(file)?.[1];
  return source !== undefined && !exists(`src/${source}.ts`);
});
