const MAX_BYTES = 32 * 1024 * 1024;
const MAX_BATCH_BYTES = 4 * 1024 * 1024;
const COMPACT_FROM = 4_096;

/** Lines of JSON in the order in which they came, at most so many and so many characters. Threads: the gateway's only one. */
export class EventBuffer {
  #maxEvents;
  #lines = [];
  #first = 0;
  #bytes = 0;

  constructor(maxEvents) {
    this.#maxEvents = maxEvents;
  }

  get size() {
    return this.#lines.length - this.#first;
  }

  /** Takes a line in, or returns false where there is no room beside `inFlight` events that are being sent. */
  add(line, inFlight) {
    if (this.size + inFlight >= this.#maxEvents || this.#bytes + line.length > MAX_BYTES) return false;
    this.#lines.push(line);
    this.#bytes += line.length;
    return true;
  }

  /** Returns the oldest lines, at least one if there is any, and forgets them. */
  take(maxEvents) {
    const first = this.#first;
    let size = 0;
    let end = first;
    while (end < this.#lines.length && end - first < maxEvents && size < MAX_BATCH_BYTES) {
      size += this.#lines[end++].length;
    }
    const taken = this.#lines.slice(first, end);
    this.#forget(end, size);
    return taken;
  }

  /** Forgets all lines, and returns how many there were. */
  clear() {
    const size = this.size;
    this.#forget(this.#lines.length, this.#bytes);
    return size;
  }

  /** The list is copied once for some thousand lines, so a line costs constant time. */
  #forget(end, size) {
    this.#bytes -= size;
    this.#first = end;
    if (this.size > 0 && end < COMPACT_FROM) return;
    this.#lines = this.#lines.slice(end);
    this.#first = 0;
  }
}
