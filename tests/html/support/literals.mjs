// The string literals of our sources, each with its statement: C++ by a small scanner, JavaScript by TypeScript's parser.
import ts from 'typescript';

/** @typedef {{ text: string, line: number, before: string }} Literal `before`: the statement up to it */

/** Comments, characters, raw strings and strings, in the order in which one may hide another. */
const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)+'|R"([^(\s]*)\(([\s\S]*?)\)\1"|"((?:[^"\\\n]|\\.)*)"/g;

/** @param {string} text of a literal */
const unescaped = (text) => text.replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));

/** @param {string} source @returns {Literal[]} neighbours that the compiler joins are one */
export function cpp_literals(source) {
  /** @type {(Literal & { end: number })[]} */
  const found = [];
  const code = source.replace(/^\s*#\s*include.*$/gm, (line) => ' '.repeat(line.length));
  for (const match of code.matchAll(token)) {
    const text = match[2] ?? match[3];
    if (text === undefined) continue;
    const last = found.at(-1);
    if (last && code.slice(last.end, match.index).trim() === '') {
      last.text += unescaped(text);
      last.end = match.index + match[0].length;
      continue;
    }
    const start = code.lastIndexOf(';', match.index) + 1;
    const line = code.slice(0, match.index).split('\n').length;
    found.push({
      text: unescaped(text),
      line,
      before: code.slice(start, match.index),
      end: match.index + match[0].length,
    });
  }
  return found;
}

/** @param {string} source @returns {Literal[]} */
export function js_literals(source) {
  const file = ts.createSourceFile('x.js', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  /** @type {Literal[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    const text =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
        ? node.text
        : undefined;
    if (text !== undefined && !ts.isImportDeclaration(node.parent)) {
      const start = source.lastIndexOf('\n', node.getStart()) + 1;
      found.push({
        text,
        line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        before: source.slice(start, node.getStart()),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
