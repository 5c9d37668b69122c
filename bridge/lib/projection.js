import { readFileSync } from "node:fs";
import { label, lane } from "./labels.js";

/** For each event type the fields that leave the gateway, with their kinds. Everything else stays. */
export const ALLOWED = JSON.parse(readFileSync(new URL("./allow-list.json", import.meta.url), "utf8"));

export const EVENT_TYPES = Object.keys(ALLOWED);

const MAX_LIST_ITEMS = 256;

const READERS = {
  label: (value) => (typeof value === "string" && value !== "" ? label(value) : undefined),
  lane: (value) => (typeof value === "string" && value !== "" ? lane(value) : undefined),
  number: (value) => (Number.isFinite(value) ? value : undefined),
  boolean: (value) => (typeof value === "boolean" ? value : undefined),
};

/** Returns the part of an event that may leave, or undefined for a type that is not recorded. */
export function project(event) {
  const { type } = event;
  const fields = typeof type === "string" && Object.hasOwn(ALLOWED, type) ? ALLOWED[type] : undefined;
  return fields && { type, ...read(event, fields) };
}

function read(value, shape) {
  if (typeof shape === "string") return READERS[shape](value);
  if (Array.isArray(shape)) return Array.isArray(value) ? readList(value, shape[0]) : undefined;
  return value !== null && typeof value === "object" ? readObject(value, shape) : undefined;
}

function readList(values, shape) {
  return values
    .slice(0, MAX_LIST_ITEMS)
    .map((value) => read(value, shape))
    .filter((value) => value !== undefined);
}

function readObject(object, fields) {
  const allowed = {};
  for (const [name, shape] of Object.entries(fields)) {
    const value = read(object[name], shape);
    if (value !== undefined) allowed[name] = value;
  }
  return allowed;
}
