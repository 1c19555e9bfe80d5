// What a screen reader is told of a page: Chromium's accessibility tree, as lines of text.

/** Properties that tell users something; others (such as `settable`) follow from the role. */
const told = new Set([
  'level',
  'expanded',
  'checked',
  'disabled',
  'required',
  'invalid',
  'hasPopup',
  'live',
  'atomic',
  'url',
  'current',
  'pressed',
  'multiline',
  'autocomplete',
  'keyshortcuts',
  'roledescription',
]);

/** Text and labels are told by their paragraph or field: into how many pieces it is cut is nobody's business, nor are boxes without meaning. */
const passed_over = new Set([
  'StaticText',
  'InlineTextBox',
  'LineBreak',
  'generic',
  'none',
  'ListMarker',
  'LabelText',
  'rowgroup',
]);

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} in reading order: depth, role, name, description, value and states; text by its block
 */
export async function accessibility_of(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  /** @type {Map<string, typeof nodes[number]>} */
  const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  /** @param {typeof nodes[number]} node @param {number} depth @returns {string} words of what was passed over */
  const walk = (node, depth) => {
    const role = String(node.role?.value ?? '');
    const over = node.ignored || passed_over.has(role);
    const at = lines.push('') - 1;
    let words = role === 'StaticText' ? String(node.name?.value ?? '') : '';
    for (const id of node.childIds ?? []) {
      const child = by_id.get(id);
      if (child && role !== 'StaticText') words += walk(child, over ? depth : depth + 1);
    }
    if (role === 'LabelText') return ''; // told as the field's name
    if (over) return words;
    lines[at] = `${'  '.repeat(depth)}${line_of(node)} «${words.replace(/\s+/g, ' ').trim()}»`;
    return inline.has(role) ? words : '';
  };
  if (nodes[0]) walk(nodes[0], 0);
  return lines.filter((line) => line !== '');
}

/** Of these, the words belong to the sentence around them too. */
const inline = new Set(['link', 'strong', 'emphasis']);

/** @param {any} node of Accessibility.getFullAXTree */
function line_of(node) {
  const states = (node.properties ?? [])
    .filter((/** @type {any} */ property) => told.has(property.name))
    .map((/** @type {any} */ property) => `${property.name}=${property.value?.value}`);
  const value = node.value ? ` =${node.value.value}` : '';
  const description = node.description?.value ? ` (${node.description.value})` : '';
  const name = String(node.name?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return `${node.role?.value} "${name}"${description}${value} ${states.join(' ')}`.trim();
}
