// form.wasm behind plain functions: the rules of src/ground/forms and the proof of work. It needs no glue (src/programs/form).

/**
 * @param {string} url
 * @throws where it does not arrive or may not run
 */
export async function load_form_program(url) {
  const { instance } = await WebAssembly.instantiateStreaming(fetch(url));
  const program = /** @type {any} */ (instance.exports);
  program._initialize?.();
  const at = program.form_buffer();
  const room = program.form_buffer_size();
  const bytes = (from = 0, size = room) => new Uint8Array(program.memory.buffer, at + from, size);

  /** @param {Uint8Array[]} parts @returns {boolean} whether they fitted */
  function put(...parts) {
    if (parts.reduce((sum, part) => sum + part.length, 0) > room) return false;
    let from = 0;
    for (const part of parts) {
      bytes(from, part.length).set(part);
      from += part.length;
    }
    return true;
  }

  /** @param {number} pointer */
  function text_at(pointer) {
    const memory = new Uint8Array(program.memory.buffer);
    return new TextDecoder().decode(memory.subarray(pointer, memory.indexOf(0, pointer)));
  }

  return {
    /**
     * @param {{ type: string, required: boolean, max_length: number, options: string[] }} rule
     * @param {string} value
     * @returns {string} the fault's code; empty: none
     */
    check(rule, value) {
      const encoder = new TextEncoder();
      const type = encoder.encode(rule.type);
      const text = encoder.encode(value);
      const options = encoder.encode(rule.options.map((option) => `${option}\n`).join(''));
      if (!put(type, text, options)) return 'too_long';
      return text_at(
        program.form_fault(
          program.form_check(type.length, rule.required, rule.max_length, text.length, options.length),
        ),
      );
    },
    /**
     * @param {{ nonce: Uint8Array, salt: Uint8Array, prefix: Uint8Array, cost: number }} challenge
     * @param {number} count of counters to try
     * @returns {{ counter: number, key: Uint8Array } | null}
     */
    solve({ nonce, salt, prefix, cost }, count) {
      if (!put(nonce, salt, prefix)) return null;
      const counter = program.form_solve(nonce.length, salt.length, prefix.length, cost, 0, count);
      return counter < 0 ? null : { counter, key: bytes(0, 32).slice() };
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof load_form_program>>} FormProgram */
