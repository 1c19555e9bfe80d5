// Holds answers of the running server against src/service/intake/openapi.json.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** @type {any} */
export const document = JSON.parse(
  readFileSync(new URL('../../../src/service/intake/openapi.json', import.meta.url), 'utf8'),
);

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
formats.default(ajv);
ajv.addVocabulary(['example', 'openapi', 'info', 'servers', 'security', 'paths', 'components']);
ajv.addSchema(document, 'lacit');

/** What was met so far: `POST /api/forms/{id} 201`, and the codes of problems. */
export const seen = { answers: /** @type {Set<string>} */ (new Set()), codes: /** @type {Set<string>} */ (new Set()) };

/** A JSON pointer of names, escaped (RFC 6901). @param {string[]} names */
const pointer = (names) =>
  names.map((name) => `/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** Follows one `$ref`. @param {any} node @param {string[]} at @returns {[any, string[]]} */
function resolved(node, at) {
  if (!node?.$ref) return [node, at];
  const names = node.$ref.slice(2).split('/');
  return [names.reduce((/** @type {any} */ inner, /** @type {string} */ name) => inner[name], document), names];
}

/** @param {string[]} at @param {unknown} value @param {string} what */
function fits(at, value, what) {
  const validate = ajv.getSchema(`lacit#${pointer(at)}`) ?? assert.fail(`no schema ${pointer(at)}`);
  assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value).slice(0, 400)}`);
}

/** @param {any} described @param {string[]} at @param {Response} response @param {string} name */
function check_headers(described, at, response, name) {
  for (const [header, one] of Object.entries(described.headers ?? {})) {
    const [description, place] = resolved(one, [...at, 'headers', header]);
    const value = response.headers.get(header);
    if (value === null) {
      assert.ok(!description.required, `${name} has no ${header}`);
    } else {
      fits([...place, 'schema'], description.schema.type === 'integer' ? Number(value) : value, `${name}, ${header}`);
    }
  }
}

/** @param {any} described @param {string[]} at @param {Response} response @param {string} name */
async function check_body(described, at, response, name) {
  const text = await response.text();
  if (!described.content) return assert.equal(text, '', `${name} has a body`);
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  assert.ok(described.content[type], `${name} is ${type}`);
  const body = type.endsWith('json') ? JSON.parse(text) : text;
  fits([...at, 'content', type, 'schema'], body, name);
  return body;
}

/**
 * Fails unless the document has this answer; gives its status and a problem's code.
 * @param {string} method @param {string} path as the document writes it, or a form's own @param {Response} response
 */
export async function holds(method, path, response) {
  const template = path.replace('/api/forms/contact', '/api/forms/{id}');
  const name = `${method} ${template} ${response.status}`;
  const at = ['paths', template, method.toLowerCase(), 'responses', String(response.status)];
  const [described, place] = resolved(
    at.reduce((inner, step) => inner?.[step], document),
    at,
  );
  assert.ok(described, `${name} is not in the document`);
  check_headers(described, place, response, name);
  const body = await check_body(described, place, response, name);
  seen.answers.add(name);
  if (body?.code) {
    seen.codes.add(body.code);
    assert.equal(body.status, response.status);
  }
  return { status: response.status, headers: response.headers, code: /** @type {string} */ (body?.code ?? '') };
}

/** Whether the document would let a form through. @param {Record<string, string | string[]>} fields */
export function is_form(fields) {
  const validate = ajv.getSchema('lacit#/components/schemas/Form') ?? assert.fail('no schema of forms');
  return validate(fields) === true;
}
