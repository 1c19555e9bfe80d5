// A process's memory as the system accounts it.
import { readFileSync } from 'node:fs';

const every_ms = 200;

/** The largest resident set so far (proc(5), VmHWM): nothing between two looks is missed. @param {number} pid @returns {number} bytes */
function high_water(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0; // It has just ended.
  }
}

/** @param {() => number | undefined} pid whose process may be another one each time */
export function watch_memory(pid) {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, high_water(pid() ?? 0));
  };
  const timer = setInterval(look, every_ms);
  return {
    /** @returns {number} bytes */
    stop() {
      look();
      clearInterval(timer);
      return peak;
    },
  };
}
