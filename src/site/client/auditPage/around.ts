import { element } from "./element";
import { possiblePools, type Pool } from "./pools";
import { boxOf } from "./problems";
import type { Sheet } from "./sheet";
import type { Making } from "./sheetTable";

/** What else is known of a table: cut-offs of its stars, kind of standard errors, which models pool others. */
export function aroundTable(making: Making): { readonly element: HTMLElement; readonly refresh: () => void } {
  const pools = element("fieldset", {});
  const refresh = (): void => pools.replaceChildren(...poolBoxes(making));
  refresh();
  const fold = element("details", { class: "around", open: true }, element("summary", {}, making.say("around")), cutoffBoxes(making), errorsBox(making), pools);
  return { element: fold, refresh };
}

function cutoffBoxes({ sheet, say, changed }: Making): HTMLElement {
  const labels = Object.entries(sheet.cutoffs).map(([mark, p]) => {
    const box = element("input", { id: boxOf.cutoff(mark), type: "text", class: "number", inputmode: "decimal", autocomplete: "off" });
    box.value = p;
    box.addEventListener("input", () => {
      sheet.cutoffs[mark] = box.value;
      sheet.settled.add("cutoffs");
      box.removeAttribute("aria-invalid");
      changed();
    });
    return element("label", {}, `${mark} `, box);
  });
  return element("fieldset", {}, element("legend", {}, say("cutoffs")), ...labels);
}

function errorsBox({ sheet, say, changed }: Making): HTMLElement {
  const select = element("select", { id: "box-errors" },
    element("option", { value: "" }, say("unsaid")), element("option", { value: "robust" }, say("robust")), element("option", { value: "weighted" }, say("weighted")));
  select.value = sheet.standardErrors;
  select.addEventListener("change", () => {
    sheet.standardErrors = select.value as Sheet["standardErrors"];
    changed();
  });
  return element("p", {}, element("label", { for: "box-errors" }, `${say("errors")} `), select);
}

function poolBoxes({ sheet, say, changed }: Making): HTMLElement[] {
  const offered = possiblePools(sheet.models);
  const known = [...offered, ...sheet.pooled.filter((pool) => !offered.some((other) => same(pool, other)))];
  const boxes = known.map((pool) => {
    const box = element("input", { type: "checkbox" });
    box.checked = sheet.pooled.some((taken) => same(taken, pool));
    box.addEventListener("change", () => {
      const at = sheet.pooled.findIndex((taken) => same(taken, pool));
      if (at >= 0) sheet.pooled.splice(at, 1);
      if (box.checked) sheet.pooled.push(pool);
      changed();
    });
    return element("label", { class: "pool" }, box, ` ${say("pools")(called(pool.whole, sheet), pool.parts.map((id) => called(id, sheet)).join(" + "))}`);
  });
  return [element("legend", {}, say("pooled")), element("p", { class: "note" }, known.length === 0 ? say("noPools") : say("pooledHelp")), ...boxes];
}

const same = (a: Pool, b: Pool): boolean => a.whole === b.whole && [...a.parts].sort().join("\n") === [...b.parts].sort().join("\n");

function called(id: string, { models }: Sheet): string {
  const model = models.find((one) => one.id === id);
  return model ? `${[model.heading, model.group].filter((text) => text.trim() !== "").join(" ") || id} (${model.n})` : id;
}
