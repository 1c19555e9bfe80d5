// Medians, and figures as people read them.

/** @param {number[]} values @param {number} part 0.5: the median */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/** Kilobytes of 1,000 bytes: the stricter reading of a budget. @param {number} bytes */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** @param {number} bytes */
export const mebibytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** @param {number} ms */
export const milliseconds = (ms) => `${ms.toFixed(ms < 10 ? 3 : 0)} ms`;
