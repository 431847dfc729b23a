// A row of a grid and its record: what is typed in the row is the state; keys the row does not show are carried along.

const records = new WeakMap();

const READ = {
  text: (input) => input.value,
  flag: (input) => input.checked,
  id: (input) => (input.value ? Number(input.value) : null),
  ids: (input) => JSON.parse(input.value || "[]"),
};
const SHOW = {
  text: (input, value) => (input.value = value ?? ""),
  flag: (input, value) => (input.checked = value === true),
  id: (input, value) => (input.value = value ?? ""),
  ids: (input, value) => (input.value = JSON.stringify(value ?? [])),
};

/** Elements of this item and of no item inside it. */
export function own(item, selector) {
  return [...item.querySelectorAll(selector)].filter((element) => itemOf(element) === item);
}

export function itemOf(element) {
  return element.closest("[data-item]");
}

const inputs = new WeakMap();

/** The inputs of an item by name. They never change, and 200 rows are read at every key: looked for once. */
function fields(item) {
  if (!inputs.has(item)) {
    inputs.set(item, new Map(own(item, "[data-field]").map((input) => [input.dataset.field, input])));
  }
  return inputs.get(item);
}

export function field(item, name) {
  return fields(item).get(name);
}

export function value(item, name) {
  const input = field(item, name);
  return input ? READ[typeOf(input)](input) : undefined;
}

export function put(item, name, content) {
  const input = field(item, name);
  if (input) SHOW[typeOf(input)](input, content);
}

export function fill(item, record) {
  records.set(item, record);
  for (const [name, input] of fields(item)) {
    if (name in record) SHOW[typeOf(input)](input, record[name]);
  }
}

export function read(item) {
  const record = { ...records.get(item) };
  for (const [name, input] of fields(item)) record[name] = READ[typeOf(input)](input);
  return record;
}

function typeOf(input) {
  return input.type === "checkbox" ? "flag" : (input.dataset.type ?? "text");
}

let count = 0;

/** A copy of a <template>'s one element, its ids made unique. */
export function clone(root, name) {
  const template = root.querySelector(`template[data-template="${name}"]`);
  const item = document.importNode(template.content, true).firstElementChild;
  count += 1;
  for (const element of item.querySelectorAll("[data-id]")) element.id = `grid-${count}-${element.dataset.id}`;
  for (const name of ["for", "aria-describedby", "aria-labelledby"]) {
    for (const element of item.querySelectorAll(`[data-${name}]`)) {
      element.setAttribute(name, `grid-${count}-${element.getAttribute(`data-${name}`)}`);
    }
  }
  return item;
}
