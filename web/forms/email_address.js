// An e-mail address with its domain as it is on the wire. The server does the same (src/service/intake/address.cpp), and stores it so.

/** UTS 46: these too are dots. */
const dots = /[.\u3002\uff0e\uff61]/;
/**
 * What a name may be made of: URL follows UTS 46, which takes hearts and arrows too; no registry sells them, and RFC 5892
 * has letters, marks, digits and what some scripts write inside of words, without these that only stretch or build letters.
 */
const name =
  // eslint-disable-next-line no-misleading-character-class -- marks are meant, each by itself
  /^(?!.*[\u0640\u07fa\u1100-\u11ff\u20d0-\u20f0\u302e\u302f\u3031-\u3035\u303b\ua960-\ua97f\ud7b0-\ud7ff])[\p{L}\p{Mn}\p{Mc}\p{Nd}\u00b7\u0375\u05f3\u05f4\u0f0b\u3007\u30fb-]+$/u;

/** @param {string} label @throws where it is none */
function ascii_label(label) {
  const seen = label.normalize('NFKC').replace(/\p{DI}/gu, '');
  if (!name.test(seen) || seen.startsWith('-') || seen.endsWith('-')) throw new TypeError(seen);
  if (/^(?!xn).{2}--/i.test(seen) && /[^\0-\x7f]/.test(seen)) throw new TypeError(seen); // RFC 5891, 4.2.3.1
  // With a label behind it, since numbers alone would be an IP address; beyond ASCII, since Chromium looks into no other xn--.
  return new URL(`http://${label}.\u00e4`).hostname.slice(0, -'.xn--4ca'.length);
}

/**
 * @param {string} value
 * @returns {string} without domain where it has none that can be converted
 */
export function ascii_address(value) {
  const at = value.indexOf('@') + 1;
  const domain = value.slice(at).replace(/[\t\n\f\r ]+$/, '');
  if (!/[^\0-\x7f]|xn--/i.test(domain)) return value;
  try {
    return value.slice(0, at) + domain.split(dots).map(ascii_label).join('.');
  } catch {
    return value.slice(0, at);
  }
}
