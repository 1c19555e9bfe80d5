// Forms as bytes, for clients that do what no browser does: send half of one, or far too much.
import { readFileSync } from 'node:fs';
import { open_socket } from './process.mjs';

const boundary = 'X';

/** @param {Record<string, string>} fields */
export const multipart = (fields) =>
  `${Object.entries(fields)
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--${boundary}--\r\n`;

/** The head before a multipart body. @param {string} framing such as `Content-Length: 5` */
export const head = (framing) =>
  `POST /api/forms/contact HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\n${framing}\r\n\r\n`;

/** The beginning of a file's part. @param {string} name */
export const file_head = (name) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="attachments"; filename="${name}"\r\n\r\n`;

/** A connection that remembers what came back. @param {number} port */
export async function connection(port) {
  const socket = await open_socket(port);
  let answer = '';
  let open = true;
  socket.on('data', (data) => (answer += data));
  socket.on('error', () => {});
  const closed = new Promise((resolve) =>
    socket.once('close', () => {
      open = false;
      resolve(undefined);
    }),
  );
  return {
    socket,
    closed,
    is_open: () => open,
    answer: () => answer,
    /** Until what was written left this process, or the other side hung up. @param {string | Buffer} bytes */
    write: (bytes) =>
      Promise.race([
        closed,
        new Promise((resolve) => (open ? socket.write(bytes, () => resolve(undefined)) : resolve(undefined))),
      ]),
  };
}

/** Most memory that a process had so far, in bytes. @param {number | undefined} pid */
export function most_memory(pid) {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
