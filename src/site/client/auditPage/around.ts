import { element } from "./element";
import { possiblePools, type Pool } from "./pools";
import { boxOf } from "./problems";
import { type Sheet, spoken } from "./sheet";
import type { Making } from "./sheetTable";

/** What else is known of a table: cut-offs of its stars, kind of standard errors, which models pool others. */
export function aroundTable(making: Making): { readonly element: HTMLElement; readonly refresh: () => void } {
  const pools = element("fieldset", {});
  const brought = [...making.sheet.pooled];
  const refresh = (): void => {
    const boxes = poolBoxes(making, brought);
    if (boxes.map(({ textContent }) => textContent).join("") !== pools.textContent) pools.replaceChildren(...boxes); // a box that was just pressed keeps the focus
  };
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

function poolBoxes({ sheet, say, changed }: Making, brought: readonly Pool[]): HTMLElement[] {
  const models = new Map(sheet.models.map((model) => [model.id, `${spoken(model)} (${model.n})`]));
  const offered = possiblePools(sheet.models);
  const known = [...offered, ...brought.filter((pool) => [pool.whole, ...pool.parts].every((id) => models.has(id)) && !offered.some((other) => same(pool, other)))];
  const boxes = known.map((pool) => {
    const box = element("input", { type: "checkbox" });
    box.checked = sheet.pooled.some((taken) => same(taken, pool));
    box.addEventListener("change", () => {
      const others = sheet.pooled.filter((taken) => !same(taken, pool));
      sheet.pooled.splice(0, sheet.pooled.length, ...others, ...(box.checked ? [pool] : []));
      changed();
    });
    return element("label", { class: "pool" }, box, ` ${say("pools")(models.get(pool.whole)!, pool.parts.map((id) => models.get(id)).join(" + "))}`);
  });
  return [element("legend", {}, say("pooled")), element("p", { class: "note" }, say(known.length === 0 ? "noPools" : "pooledHelp")), ...boxes];
}

const same = (a: Pool, b: Pool): boolean => a.whole === b.whole && [...a.parts].sort().join("\n") === [...b.parts].sort().join("\n");
