// Numbers for people.

const decimals = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

export const number = (value) => (typeof value === "number" ? decimals.format(value) : "–");

export const counted = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

export const times = (count) => (count === 1 ? "once" : `${number(count)} times`);

export function bytes(value) {
  if (typeof value !== "number") return "–";
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, value)) / 10)));
  return `${decimals.format(value / 1024 ** power)} ${units[power]}`;
}

export function duration(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3_600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}

export const since = (time) => `${duration(Date.now() - Date.parse(time))} ago`;
