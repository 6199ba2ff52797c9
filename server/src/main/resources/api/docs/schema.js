import { h, sentence } from "./dom.js";

const DEEPEST = 6;

export function resolver(description) {
  return function resolve(node) {
    let found = node;
    while (found && found.$ref) {
      found = found.$ref.slice(2).split("/")
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
        .reduce((inner, part) => inner[part], description);
    }
    return found;
  };
}

const nameOf = (node) => node?.$ref?.split("/").pop();
const alternatives = (schema) => schema.anyOf ?? schema.oneOf;

export function typeOf(node, resolve) {
  const schema = resolve(node) ?? {};
  if (alternatives(schema)) {
    return alternatives(schema).map((each) => typeOf(each, resolve)).join(" or ");
  }
  if ("const" in schema) {
    return JSON.stringify(schema.const);
  }
  const types = [schema.type ?? "any"].flat().map((type) => {
    if (type === "array") {
      return `list of ${schema.items ? typeOf(schema.items, resolve) : "any"}`;
    }
    if (type === "object") {
      return nameOf(node) ?? "object";
    }
    return type !== "null" && schema.format ? schema.format : type;
  });
  return types.join(" or ");
}

function bounds(schema) {
  const range = (least, most, unit) => {
    if (least != null && most != null) {
      return `${least} to ${most}${unit}`;
    }
    if (least != null) {
      return `at least ${least}${unit}`;
    }
    return most != null ? `at most ${most}${unit}` : null;
  };
  return [
    range(schema.minimum, schema.maximum, ""),
    range(schema.minLength, schema.maxLength, " characters"),
    range(schema.minItems, schema.maxItems, " items"),
    schema.pattern && `matches ${schema.pattern}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ].filter(Boolean);
}

function inside(node, resolve) {
  const schema = resolve(node) ?? {};
  if (alternatives(schema)) {
    return alternatives(schema).filter((each) => fieldsOf(each, resolve));
  }
  if (fieldsOf(node, resolve)) {
    return [node];
  }
  return schema.items ? inside(schema.items, resolve) : [];
}

const fieldsOf = (node, resolve) => resolve(node)?.properties;

// One row of a parameter, a header or a field: the same look for all.
export function row(name, node, { required, note, description }, resolve, depth = 0) {
  const schema = resolve(node) ?? {};
  const nested = depth < DEEPEST ? inside(node, resolve) : [];
  return h("li", { class: "field" },
    h("div", { class: "field-head" },
      h("code", { class: "name" }, name),
      h("span", { class: "type" }, typeOf(node, resolve)),
      note && h("span", { class: "note" }, note),
      required && h("span", { class: "required" }, "required")),
    h("div", { class: "field-text" }, sentence(description ?? node?.description ?? schema.description)),
    schema.enum && h("div", { class: "values" },
      h("span", null, "One of "), schema.enum.map((value) => h("code", null, String(value)))),
    bounds(schema).length > 0 && h("div", { class: "bounds" }, bounds(schema).join(" · ")),
    nested.map((each) => h("details", { class: "nested" },
      h("summary", null, nested.length > 1 || nameOf(each) ? `Fields of ${nameOf(each) ?? name}` : "Fields",
        h("span", { class: "hidden" }, ` in ${name}`)),
      fields(each, resolve, depth + 1))));
}

export function fields(node, resolve, depth = 0) {
  const schema = resolve(node) ?? {};
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    row(name, property, { required: required.has(name) }, resolve, depth));
  return h("ul", { class: "fields" }, rows);
}

export function exampleOf(holder) {
  if (holder?.example !== undefined) {
    return holder.example;
  }
  return holder?.examples ? Object.values(holder.examples)[0]?.value : undefined;
}
