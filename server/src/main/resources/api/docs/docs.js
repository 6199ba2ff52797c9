import { h } from "./dom.js";
import { rest } from "./rest.js";
import { resolver } from "./schema.js";
import { socket } from "./socket.js";

const { page, source } = document.body.dataset;
const content = document.getElementById("content");

themeButton();
draw().catch((failure) => content.replaceChildren(
  h("p", { role: "alert" }, `The description could not be read (${failure.message}). It is at `, h("a", { href: source }, source), ".")));

async function draw() {
  const response = await fetch(source);
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  const api = await response.json();
  const { contents, body } = (page === "rest" ? rest : socket)(api, resolver(api));
  content.replaceChildren(...body.flat());
  document.getElementById("contents").replaceChildren(...contents.map(group));
  filtering();
  following();
  arrive();
}

function group({ id, title, entries }) {
  return h("section", null,
    h("h2", null, h("a", { href: `#${id}` }, title)),
    h("ul", null, entries.map((entry) => h("li", null, h("a", { href: `#${entry.id}` },
      entry.badge && h("span", { class: `method ${entry.badge}` }, entry.badge === "delete" ? "del" : entry.badge),
      entry.isCode ? h("code", null, entry.title) : h("span", null, entry.title))))));
}

// The browser looked for the anchor before the page was drawn.
function arrive() {
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

function filtering() {
  const filter = document.getElementById("filter");
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const section of document.querySelectorAll("#contents section")) {
      const items = [...section.querySelectorAll("li")];
      items.forEach((item) => (item.hidden = !item.textContent.toLowerCase().includes(wanted)));
      section.hidden = items.every((item) => item.hidden);
    }
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      filter.focus();
    }
  });
}

// Marks in the contents what is being read.
function following() {
  const links = new Map([...document.querySelectorAll("#contents a")].map((link) => [link.hash.slice(1), link]));
  let current = null;
  const watcher = new IntersectionObserver((seen) => {
    const entered = seen.find((each) => each.isIntersecting);
    const link = entered && links.get(entered.target.id);
    if (!link || link === current) {
      return;
    }
    current?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    keepInSight(link);
    current = link;
  }, { rootMargin: "-15% 0px -75% 0px" });
  document.querySelectorAll("#content .intro, #content .entry").forEach((entry) => watcher.observe(entry));
}

// scrollIntoView would move the page too; only the contents may scroll.
function keepInSight(link) {
  const pane = link.closest("nav");
  const offset = link.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  if (offset < 60 || offset > pane.clientHeight - 60) {
    pane.scrollTop += offset - pane.clientHeight / 2;
  }
}

function themeButton() {
  const button = document.getElementById("theme");
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const label = () => (button.textContent = isDark() ? "Light" : "Dark");
  button.setAttribute("aria-label", "Change between the light and the dark look");
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("docs-theme", root.dataset.theme);
    label();
  });
  label();
}
