// @ts-check
// Runs inside the page: which traces of a figure have marks that can be seen.

/**
 * @param figure  a <figure> whose live figure was drawn
 * @returns {{wanted: number, drawn: number, marks: number}} traces with data; trace groups with at least one mark of
 *   some size; marks in all
 */
export function countMarks(figure) {
  const hasData = ({ visible, x, y, z }) => visible !== false && visible !== "legendonly"
    && [x, y, z].some((list) => Array.isArray(list) && list.flat().some((value) => value !== null && value !== undefined));
  const wanted = JSON.parse(figure.querySelector(".figure-json").textContent).data.filter(hasData).length;
  const groups = Array.from(figure.querySelectorAll(".figure-live .cartesianlayer :is(.trace, .hm)"));
  const seen = (mark) => {
    const { width, height } = mark.getBoundingClientRect();
    const { fill, stroke, fillOpacity, strokeOpacity, display } = getComputedStyle(mark);
    const shows = (paint, opacity) => paint !== "none" && Number(opacity) > 0;
    return width + height > 1 && display !== "none" && (mark.localName === "image" || shows(fill, fillOpacity) || shows(stroke, strokeOpacity));
  };
  const marks = groups.map((group) => Array.from(group.querySelectorAll("path, image, rect, text")).filter(seen).length);
  return { wanted, drawn: marks.filter((n) => n > 0).length, marks: marks.reduce((a, b) => a + b, 0) };
}
