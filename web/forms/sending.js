// Sends a form: with progress, with the same Idempotency-Key as often as the network needs, and only once the proof of work
// is made. XMLHttpRequest, since fetch does not tell how much of a body has left.

/** Pauses between tries, in seconds; some of each is chance, so that a crowd does not come back at once. */
const pauses = [1, 2, 4, 8, 15];
/** A connection that moves nothing for so long is taken for lost. */
const stall_ms = 45_000;
/** A proof that the server no longer takes is made anew so often. */
const most_proofs = 3;

/** @typedef {{ status: number, code: string, reference: string, errors: { field: string, code: string }[], retry_after: number }} Answer */
/**
 * @typedef {object} Task
 * @property {HTMLFormElement} form
 * @property {string} key Idempotency-Key (draft-ietf-httpapi-idempotency-key-header)
 * @property {ReturnType<typeof import('./proof_of_work.js').proof_of>} proof
 * @property {AbortSignal} signal
 * @property {(part: number) => void} progress from 0 to 1
 * @property {(seconds: number) => void} waiting before the next try
 * @property {() => void} offline
 */

/** The network was lost on the way. */
class Lost extends Error {}

/** @param {XMLHttpRequest} request @returns {Answer} */
function answer_of(request) {
  const body = /** @type {any} */ (parsed(request.responseText));
  return {
    status: request.status,
    code: typeof body.code === 'string' ? body.code : '',
    reference: typeof body.reference === 'string' ? body.reference : '',
    errors: Array.isArray(body.errors) ? body.errors : [],
    retry_after: Number(request.getResponseHeader('Retry-After')) || 0,
  };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {}; // a proxy's page
  }
}

/** @param {Task} task @param {FormData} body @returns {Promise<Answer>} */
function post({ form, key, signal, progress }, body) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new Lost());
    let timer = setTimeout(() => request.abort(), stall_ms);
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), stall_ms);
    };
    request.upload.addEventListener('progress', (event) => {
      moved();
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(answer_of(request)));
    request.addEventListener('error', lost);
    request.addEventListener('abort', lost);
    request.addEventListener('loadend', () => clearTimeout(timer));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', key);
    request.send(body);
  });
}

/** @param {Task} task @returns {Promise<Answer>} */
async function attempt(task) {
  for (let proofs = 1; ; proofs += 1) {
    const body = new FormData(task.form);
    body.set(task.proof.field, await task.proof.get());
    task.signal.throwIfAborted();
    const answer = await post(task, body);
    if (!answer.code.startsWith('proof_') || proofs === most_proofs) return answer;
    task.proof.forget();
  }
}

/** @param {number} ms @param {AbortSignal} signal @param {EventTarget} [sooner] whose `online` ends it */
function pause(ms, signal, sooner = window) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      sooner.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve(undefined);
    }
    sooner.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}

/** @param {Task} task @param {number} seconds */
async function wait(task, seconds) {
  for (let left = seconds; left > 0 && !task.signal.aborted; left -= 1) {
    task.waiting(left);
    await pause(1000, task.signal);
  }
}

/** @param {Task} task */
async function until_online(task) {
  if (navigator.onLine) return;
  task.offline();
  while (!navigator.onLine && !task.signal.aborted) await pause(5000, task.signal);
}

/** Of the network or of a proxy: the message may not even have arrived. Files without room find none soon. @param {Answer | null} answer */
const may_be_tried_again = (answer) =>
  answer === null || ([0, 502, 503, 504].includes(answer.status) && answer.code !== 'no_room');

/**
 * @param {Task} task
 * @returns {Promise<Answer | null>} null: the network did not come back in time
 * @throws what the signal was aborted with, or NoProof
 */
export async function send(task) {
  for (let tries = 0; ; tries += 1) {
    await until_online(task);
    task.signal.throwIfAborted();
    /** @type {Answer | null} */
    let answer = null;
    try {
      answer = await attempt(task);
    } catch (error) {
      task.signal.throwIfAborted();
      if (!(error instanceof Lost || error instanceof TypeError)) throw error;
    }
    const seconds = pauses[tries];
    if (!may_be_tried_again(answer) || seconds === undefined) return answer;
    await wait(task, Math.max(seconds + Math.round(Math.random()), answer?.retry_after ?? 0));
  }
}
