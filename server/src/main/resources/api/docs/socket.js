import { h, prose, sample, sentence } from "./dom.js";
import { fields, row } from "./schema.js";

const pretty = (value) => JSON.stringify(value, null, 2);

export function socket(api, resolve) {
  const channel = api.channels.socket;
  const sides = [
    { id: "client", title: "A client sends", operation: api.operations.receiveFromClient },
    { id: "server", title: "The server sends", operation: api.operations.sendToClient },
  ].map((side) => ({ ...side, entries: side.operation.messages.map((reference) => frame(side.id, resolve(reference))) }));
  return {
    contents: [
      { id: "start", title: "Getting started", entries: [{ id: "opening", title: "Opening" }, { id: "closing", title: "Closing" }] },
      ...sides.map(({ id, title, entries }) => ({ id, title, entries: entries.map(({ id, name }) => ({ id, title: name, isCode: true })) })),
    ],
    body: [intro(api, channel, resolve), sides.map((side) => section(side, resolve))],
  };
}

const frame = (side, message) => ({ ...message, id: `${side}-${message.name}` });

function intro(api, channel, resolve) {
  const query = channel.bindings.ws.query.properties;
  return h("section", { id: "start", class: "intro" },
    h("p", { class: "eyebrow" }, `Version ${api.info.version}`),
    h("h1", null, api.info.title),
    h("p", { class: "lead" }, channel.summary),
    prose(api.info.description),
    h("h2", { id: "opening" }, "Opening"),
    h("p", { class: "route" }, h("span", { class: "method get" }, "WS"), h("code", null, channel.address)),
    prose("The token comes in one of four ways:"),
    h("dl", { class: "defined" }, Object.entries(api.components.securitySchemes).map(([name, scheme]) =>
      h("div", null, h("dt", null, h("code", null, name)), h("dd", null, sentence(scheme.description))))),
    h("h3", null, "In the query"),
    h("ul", { class: "fields" }, Object.entries(query).map(([name, schema]) => row(name, schema, {}, resolve))),
    h("h2", { id: "closing" }, "Closing"),
    closeCodes(channel["x-close-codes"]));
}

function closeCodes(codes) {
  return h("div", { class: "table", tabindex: "0", role: "region", "aria-label": "Close codes" }, h("table", null,
    h("thead", null, h("tr", null, ["Code", "When", "Come back"].map((title) => h("th", { scope: "col" }, title)))),
    h("tbody", null, codes.map((code) => h("tr", null,
      h("th", { scope: "row" }, h("code", null, String(code.code))),
      h("td", null, sentence(code.meaning)),
      h("td", null, code.come_back ? "yes" : "no"))))));
}

function section(side, resolve) {
  return h("section", { id: side.id, class: "group", "aria-labelledby": `${side.id}-title` },
    h("h2", { id: `${side.id}-title` }, side.title),
    side.entries.map((entry) => h("article", { id: entry.id, class: "entry" },
      h("div", { class: "entry-text" },
        h("h3", null, h("a", { href: `#${entry.id}`, class: "anchor" }, entry.summary)),
        h("p", { class: "route" }, h("span", { class: `method ${side.id}` }, side.id === "client" ? "↑ sends" : "↓ gets"), h("code", null, entry.name)),
        prose(entry.description),
        h("h4", null, "Fields"),
        fields(entry.payload, resolve)),
      h("div", { class: "entry-side" }, entry.examples.map((example) => sample(`\`${entry.name}\` frame`, pretty(example.payload)))))));
}
