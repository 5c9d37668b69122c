/** Returns the set of lower-case words that white space separates. */
export const wordSet = (text) => new Set(text.trim().split(/\s+/));

/** Returns the words of a label: its runs of letters and digits. */
export const wordsOf = (label) => label.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
