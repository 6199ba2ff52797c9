import { h, inline, prose, sample, sentence } from "./dom.js";
import { exampleOf, fields, row } from "./schema.js";

const METHODS = ["get", "post", "put", "patch", "delete"];
const pretty = (value) => JSON.stringify(value, null, 2);
const slug = (name) => `tag-${name.toLowerCase().replaceAll(" ", "-")}`;

export function rest(api, resolve) {
  const operations = collect(api, resolve);
  const groups = api.tags.map((tag) => ({
    id: slug(tag.name),
    title: tag.name,
    description: tag.description,
    entries: operations.filter((operation) => operation.tags.includes(tag.name)),
  }));
  return {
    contents: [
      { id: "start", title: "Getting started", entries: [{ id: "tokens", title: "Tokens" }, { id: "errors", title: "Errors" }] },
      ...groups.map((group) => ({ ...group, entries: group.entries.map((o) => ({ id: o.operationId, title: o.summary, badge: o.method })) })),
    ],
    body: [intro(api), groups.map((group) => section(group, resolve, api))],
  };
}

function collect(api, resolve) {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      ...item[method],
      path,
      method,
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolve),
    })));
}

function intro(api) {
  return h("section", { id: "start", class: "intro" },
    h("p", { class: "eyebrow" }, `Version ${api.info.version}`),
    h("h1", null, `${api.info.title} REST API`),
    api.info.summary && h("p", { class: "lead" }, api.info.summary),
    prose(api.info.description),
    h("h2", { id: "tokens" }, "Tokens"),
    h("dl", { class: "defined" }, Object.entries(api.components.securitySchemes).map(([name, scheme]) =>
      h("div", null, h("dt", null, h("code", null, name)), h("dd", null, inline(scheme.description))))),
    h("h2", { id: "errors" }, "Errors"),
    prose("Programs decide by `error.code`. These are all there are:"),
    h("ul", { class: "codes" }, api.components.schemas.ErrorCode.enum.map((code) => h("li", null, h("code", null, code)))));
}

function section(group, resolve, api) {
  return h("section", { class: "group", "aria-labelledby": `${group.id}-title`, id: group.id },
    h("h2", { id: `${group.id}-title` }, group.title),
    prose(group.description),
    group.entries.map((operation) => article(operation, resolve, api)));
}

function article(operation, resolve, api) {
  const body = resolve(operation.requestBody);
  return h("article", { id: operation.operationId, class: "entry" },
    h("div", { class: "entry-text" },
      h("h3", null, h("a", { href: `#${operation.operationId}`, class: "anchor" }, operation.summary)),
      h("p", { class: "route" }, h("span", { class: `method ${operation.method}` }, operation.method.toUpperCase()), h("code", null, breakable(operation.path))),
      prose(operation.description),
      h("p", { class: "access" }, access(operation.security ?? api.security)),
      parameters(operation.parameters, resolve),
      body && requestBody(body, resolve),
      h("h4", null, "Answers"),
      h("ul", { class: "answers" }, Object.entries(operation.responses).map(([status, response]) => answer(status, resolve(response), resolve)))),
    h("div", { class: "entry-side" }, side(operation, body, resolve, api)));
}

const breakable = (path) => path.split(/(?<=\/)/).flatMap((part) => [part, h("wbr")]);

function access(security) {
  const names = security.flatMap((each) => Object.keys(each));
  if (names.length === 0) {
    return "No token needed";
  }
  return ["Token: ", names.flatMap((name, at) => [at > 0 ? " or " : "", h("a", { href: "#tokens" }, name)])];
}

function parameters(all, resolve) {
  return [["path", "In the path"], ["query", "In the query"], ["header", "Headers"]].map(([place, title]) => {
    const here = all.filter((parameter) => parameter.in === place);
    return here.length > 0 && [h("h4", null, title), h("ul", { class: "fields" },
      here.map((parameter) => row(parameter.name, parameter.schema, { required: parameter.required, description: parameter.description }, resolve)))];
  });
}

function requestBody(body, resolve) {
  return Object.entries(body.content).map(([type, media]) => [
    h("h4", null, "Body ", h("span", { class: "type" }, `${type}${body.required ? "" : ", optional"}`)),
    fields(media.schema, resolve)]);
}

function answer(status, response, resolve) {
  const media = Object.entries(response.content ?? {});
  const headers = Object.entries(response.headers ?? {}).map(([name, header]) => [name, resolve(header)]);
  const schema = resolve(media[0]?.[1].schema);
  const shown = schema?.properties?.data && Number(status) < 300 ? schema.properties.data : media[0]?.[1].schema;
  const head = [h("span", { class: `status s${status[0]}` }, status), h("span", null, sentence(response.description))];
  if (!schema?.properties && headers.length === 0) {
    return h("li", null, h("div", { class: "answer-plain" }, head));
  }
  return h("li", null, h("details", null,
    h("summary", null, head),
    headers.length > 0 && h("ul", { class: "fields" }, headers.map(([name, header]) =>
      row(name, header.schema, { note: "header", required: header.required, description: header.description }, resolve))),
    schema?.properties && fields(shown, resolve)));
}

function side(operation, body, resolve, api) {
  const request = body && Object.entries(body.content)[0];
  const examples = Object.entries(operation.responses)
    .map(([status, response]) => [status, exampleOf(Object.values(resolve(response).content ?? {})[0])])
    .filter(([, example]) => example !== undefined);
  return [sample(`${operation.method.toUpperCase()} as curl`, curl(operation, request, api), false), examples.length > 0 && answers(examples)];
}

function curl(operation, request, api) {
  const valueOf = (parameter) => parameter.example ?? parameter.schema.default ?? parameter.schema.type;
  const inPlace = (place) => operation.parameters.filter((parameter) => parameter.in === place);
  const path = inPlace("path").reduce((all, each) => all.replace(`{${each.name}}`, valueOf(each)), operation.path);
  const query = inPlace("query").filter((each) => each.required).map((each) => `${each.name}=${valueOf(each)}`).join("&");
  const method = operation.method === "get" ? "" : `-X ${operation.method.toUpperCase()} `;
  const lines = [`curl ${method}'${location.origin}${path}${query && `?${query}`}'`];
  if ((operation.security ?? api.security).length > 0) {
    lines.push("-H \"Authorization: Bearer $TOKEN\"");
  }
  if (request) {
    const [type, media] = request;
    lines.push(`-H 'Content-Type: ${type}'`, `--data-binary '${payload(type, media)}'`);
  }
  return lines.join(" \\\n  ");
}

// NDJSON is one object a line; everything else may breathe.
const payload = (type, media) => JSON.stringify(exampleOf(media), null, type.includes("ndjson") ? 0 : 2);

function answers(examples) {
  const usual = Math.max(0, examples.findIndex(([status]) => status === "201"));
  const panels = examples.map(([status, example], at) => h("div", { hidden: at !== usual }, sample(`Answer ${status}`, pretty(example))));
  const choices = examples.map(([status], at) => h("button", { type: "button", class: `choice s${status[0]}`, "aria-pressed": String(at === usual), onclick: () => choose(at) }, status));
  const choose = (chosen) => {
    panels.forEach((panel, at) => (panel.hidden = at !== chosen));
    choices.forEach((choice, at) => choice.setAttribute("aria-pressed", String(at === chosen)));
  };
  return h("div", { class: "switch" }, h("div", { class: "choices", role: "group", "aria-label": "Example answers by status" }, choices), panels);
}
