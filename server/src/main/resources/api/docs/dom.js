// Elements are built, never parsed: no text of a description can become markup.

export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value != null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

// The little Markdown the descriptions use: paragraphs, `code` and **strong**.
export function prose(text) {
  return (text ?? "")
    .trim()
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph)
    .map((paragraph) => h("p", null, inline(paragraph)));
}

export function inline(text) {
  return (text ?? "")
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((part) => part)
    .map((part) => {
      if (part.startsWith("`")) {
        return h("code", null, part.slice(1, -1));
      }
      return part.startsWith("**") ? h("strong", null, part.slice(2, -2)) : part;
    });
}

// Descriptions of fields begin small in the files; a leading name keeps its own letters.
export const sentence = (text) => inline((text ?? "").replace(/^[a-z](?=[a-z]* |[a-z]*$)/, (first) => first.toUpperCase()));

const JSON_TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?)/g;

export function coloured(json) {
  const parts = [];
  let from = 0;
  for (const match of json.matchAll(JSON_TOKEN)) {
    parts.push(json.slice(from, match.index));
    const [, text, colon, word, number] = match;
    if (text) {
      parts.push(h("span", { class: colon ? "key" : "text" }, text), colon ?? "");
    } else {
      parts.push(h("span", { class: word ? "word" : "number" }, word ?? number));
    }
    from = match.index + match[0].length;
  }
  return [...parts, json.slice(from)];
}

export function sample(title, text, isJson = true) {
  const label = title ? `Example: ${title}` : "Example";
  return h("figure", { class: "sample" },
    h("figcaption", null, h("span", null, inline(title)), copyButton(() => text, title)),
    h("pre", { tabindex: "0", role: "group", "aria-label": label },
      h("code", null, isJson ? coloured(text) : text)));
}

function copyButton(text, what) {
  const button = h("button", { type: "button", class: "copy", "aria-label": `Copy ${what}` }, "Copy");
  button.addEventListener("click", async () => {
    const outcome = await navigator.clipboard.writeText(text()).then(() => "Copied", () => "Not copied");
    button.textContent = outcome;
    document.getElementById("announce").textContent = outcome;
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  return button;
}
