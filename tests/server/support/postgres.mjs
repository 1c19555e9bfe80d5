// A PostgreSQL of the test's own (tests/support/postgres.sh), reached over a Unix socket in its folder.
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('../../support/postgres.sh', import.meta.url));
const bin = '/usr/lib/postgresql/15/bin';
const run = promisify(execFile);

export async function start_postgres() {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-postgres-'));
  await run(script, ['make', folder]);
  /** @param {string} database */
  const url = (database) => `postgresql://postgres@/${database}?host=${folder}`;
  /** @param {string} database @param {string} sql */
  const query = async (database, sql) => (await run(`${bin}/psql`, ['-XAtq', '-c', sql, url(database)])).stdout.trim();
  return {
    url,
    query,
    /** @param {string} database */
    make: (database) => query('postgres', `CREATE DATABASE ${database}`),
    /** As a power cut ends it. */
    cut: () => run(script, ['stop', folder, 'immediate']),
    start: () => run(script, ['start', folder]),
    /** By pg_dump, into another database. @param {string} from @param {string} to */
    async copy(from, to) {
      await query('postgres', `CREATE DATABASE ${to}`);
      await run('bash', [
        '-c',
        `set -o pipefail; ${bin}/pg_dump "$0" | ${bin}/psql -Xq -v ON_ERROR_STOP=1 "$1"`,
        url(from),
        url(to),
      ]);
    },
    end: () => run(script, ['remove', folder]),
  };
}
