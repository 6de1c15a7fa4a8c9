/** A labelled choice; none where there is but one thing to choose. */
export function choice<T extends string>(label: string, options: readonly { readonly value: T; readonly text: string }[], chosen: T, changed: (value: T) => void): HTMLElement[] {
  if (options.length < 2) return [];
  const wrap = document.createElement("label");
  const select = document.createElement("select");
  select.setAttribute("aria-label", label);
  for (const { value, text } of options) select.append(new Option(text, value, value === chosen, value === chosen));
  select.addEventListener("change", () => changed(select.value as T));
  wrap.append(`${label} `, select);
  return [wrap];
}

export function button(text: string, description: string, pressed: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.title = description;
  // Whoever speaks to the page says the words on the button: its name has them, and what has not is said beside it (WCAG 2.5.3).
  if (description.includes(text.replace(/^\p{S} /u, ""))) made.setAttribute("aria-label", description);
  made.addEventListener("click", pressed);
  return made;
}
