// The page's switches: theme, contents, code folds, language. Without this script everything is open and readable.
(function () {
  "use strict";
  const root = document.documentElement;

  const remember = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // storage is shut: the choice holds for this page
    }
  };
  const remembered = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  function themeSwitch(button) {
    const show = () => button.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
    button.addEventListener("click", () => {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      remember("sojourn-theme", root.dataset.theme);
      show();
      document.dispatchEvent(new Event("themechange"));
    });
    show();
    button.hidden = false;
  }

  function contentsSwitch(button) {
    const sidebar = document.getElementById("sidebar");
    const set = (open) => {
      button.setAttribute("aria-expanded", String(open));
      sidebar.classList.toggle("is-open", open);
    };
    root.classList.add("has-menu");
    button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
    sidebar.addEventListener("click", (event) => event.target.closest("a") && set(false));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      set(false);
      button.focus();
    });
    button.hidden = false;
  }

  function codeSwitch(button) {
    const folds = Array.from(document.querySelectorAll("details.code"));
    if (folds.length === 0) return;
    const set = (hidden) => {
      for (const fold of folds) fold.open = !hidden;
      button.textContent = hidden ? button.dataset.show : button.dataset.hide;
      button.dataset.hidden = String(hidden);
    };
    button.addEventListener("click", () => {
      const hidden = button.dataset.hidden !== "true";
      set(hidden);
      remember("sojourn-code", hidden ? "hidden" : "shown");
    });
    if (remembered("sojourn-code") === "hidden") set(true);
    button.hidden = false;
  }

  /** The language last asked for is where a visit that begins at the front page goes on. */
  function languageSwitch(link) {
    link.addEventListener("click", () => remember("sojourn-language", link.hreflang.slice(0, 2)));
    const begins = beginsVisit();
    const isFront = document.querySelector(".pages a")?.hasAttribute("aria-current");
    if (begins && isFront && remembered("sojourn-language") === link.hreflang.slice(0, 2)) location.replace(link.href);
  }

  /** Whether this is the first page that the tab shows of the site. */
  function beginsVisit() {
    try {
      const first = sessionStorage.getItem("sojourn-visit") === null;
      sessionStorage.setItem("sojourn-visit", "begun");
      return first;
    } catch {
      return false;
    }
  }

  /** What scrolls in itself can be reached and scrolled by keyboard; what does not is no stop on the way. */
  function scrollers() {
    for (const box of document.querySelectorAll(".table-frame, .figure-frame, pre, .equation")) {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  }

  /** The id that a link leads to on this page; a percent sign alone in it is a percent sign. */
  function anchorOf(link) {
    try {
      return decodeURIComponent(link.hash.slice(1));
    } catch {
      return link.hash.slice(1);
    }
  }

  /** Marks the heading being read in the contents list. */
  function followReading() {
    const links = new Map(Array.from(document.querySelectorAll(".on-this-page a"), (a) => [anchorOf(a), a]));
    const headings = Array.from(links.keys(), (id) => document.getElementById(id)).filter(Boolean);
    if (headings.length === 0) return;
    const mark = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 4);
      const current = links.get(passed.at(-1)?.id);
      for (const a of links.values()) a.classList.toggle("is-read", a === current);
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    }, { passive: true });
    mark();
  }

  /** In a long contents list the page being read is in sight. */
  function showCurrent() {
    const sidebar = document.getElementById("sidebar");
    const current = sidebar.querySelector("[aria-current]");
    sidebar.scrollTop = Math.max(0, current.getBoundingClientRect().top - sidebar.getBoundingClientRect().top - sidebar.clientHeight / 3);
  }

  const each = (selector, work) => document.querySelectorAll(selector).forEach(work);
  each("button.theme", themeSwitch);
  each("button.menu", contentsSwitch);
  each("button.fold", codeSwitch);
  each(".language a", languageSwitch);
  scrollers();
  followReading();
  showCurrent();
  addEventListener("resize", scrollers);
  document.addEventListener("toggle", scrollers, true);
})();
