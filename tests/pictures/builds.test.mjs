// What a second build does again, and what builds do to one another.
import assert from 'node:assert/strict';
import { copyFile, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { png } from '../support/png.mjs';
import { Studio } from './support/studio.mjs';
import { pixels, vips } from './support/tools.mjs';

/** @type {Studio} */
let studio;
before(async () => {
  studio = await Studio.open();
});
after(() => studio.close());

/** A photo unlike any other. @param {number} number @param {number} [width] */
const photo = (number, width = 700) =>
  png(width, 400, (x, y) => [(x * number + y) % 256, (x + y * 3 + number * 40) % 256, (x * y) % 256]);

/** Bytes of all assets that come from pictures. */
async function sizes_of_pictures() {
  const names = (await studio.assets()).filter((name) => /\.(avif|webp|jpg)$/.test(name));
  return Promise.all(names.map(async (name) => ({ name, size: (await stat(`${studio.out}/assets/${name}`)).size })));
}

test('a second build develops nothing, says nothing of it and leaves every file as it is', async () => {
  await studio.put('first.png', photo(1));
  await studio.put('second.png', photo(2));
  await studio.show('first.png', 'second.png');
  const first = await studio.build();
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /^4 pictures, 4 developed anew$/m); // with the fixture's own two
  const times = await studio.times();
  const second = await studio.build();
  assert.match(second.out, /^4 pictures, 0 developed anew$/m);
  assert.equal(second.err, '');
  assert.deepEqual(await studio.times(), times);
});

test('a changed photo is done again, and only that one; a renamed one is known by its content', async () => {
  const others = Object.entries(await studio.times()).filter(([name]) =>
    /^(?!second\.).*\.(avif|webp|jpg)$/.test(name),
  );
  await studio.put('second.png', photo(3, 500));
  await rename(studio.place('first.png'), studio.place('renamed.png'));
  await studio.show('renamed.png', 'second.png');
  const built = await studio.build();
  assert.match(built.out, /^4 pictures, 1 developed anew$/m);
  const { formats, width } = await studio.published('second');
  assert.equal(width, 500);
  assert.deepEqual(
    formats.avif.map((each) => each.width),
    [320, 480, 500],
  );
  const names = await studio.assets();
  assert.equal(names.filter((name) => name.startsWith('second.')).length, 9, 'the old ones are gone');
  const times = await studio.times();
  for (const [name, time] of others) {
    if (!name.startsWith('first.')) assert.equal(times[name], time, name);
  }
});

test('a photo that no page names any more disappears from the site; one that is deleted is asked for', async () => {
  await studio.show('second.png');
  assert.equal((await studio.build()).code, 0);
  assert.ok(!(await studio.assets()).some((name) => /^(renamed|first)\./.test(name)));
  await rm(studio.place('second.png'));
  const built = await studio.build();
  assert.equal(built.code, 1);
  assert.match(built.err, /there is no picture "second\.png"; put it into media\//);
  await studio.put('second.png', photo(3, 500));
});

test('files that are missing or damaged in the cache are made again', async () => {
  const picture = (await studio.published('second')).formats.webp[0].file;
  const id = /\.([0-9a-f]{12})-/.exec(picture)?.[1];
  await rm(`${studio.cache}/pictures/${id}/320.webp`);
  await rm(picture);
  const built = await studio.build();
  assert.match(built.out, /, 1 developed anew$/m);
  assert.equal((await pixels(picture)).width, 320);
  const index = `${studio.cache}/pictures/index`;
  const known = await readFile(index, 'utf8');
  await writeFile(index, known.replaceAll(/^(seen\t[0-9a-f]+)\t.*$/gm, '$1\tproblem'));
  assert.match((await studio.build()).out, /, 0 developed anew$/m, 'what no worker has said is asked anew');
  await rm(index);
  assert.match((await studio.build()).out, /, 0 developed anew$/m);
});

/** The build's processes that work on pictures. @param {number | undefined} parent @returns {Promise<number[]>} */
async function workers_of(parent) {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    processes.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      return status.startsWith('Name:\tlacit-pictures') && status.includes(`\nPPid:\t${parent}\n`);
    }),
  );
  return processes.filter((_, i) => found[i]);
}

/** @param {import('node:child_process').ChildProcess} build @param {() => Promise<boolean>} when @param {() => Promise<void>} then */
async function once(build, when, then) {
  while (build.exitCode === null && build.signalCode === null) {
    if (await when()) return then();
    await delay(5);
  }
  throw new Error('the build ended before that');
}

const is_developing = async () => {
  const names = await readdir(`${studio.cache}/pictures`).catch(() => []);
  const unfinished = names.filter((name) => name.startsWith('unfinished-'));
  const files = await Promise.all(
    unfinished.map((name) => readdir(`${studio.cache}/pictures/${name}`).catch(() => [])),
  );
  return files.some((each) => each.length > 0);
};

/** Enough work to be in its middle for a while. @param {number} from */
async function many(from) {
  const names = Array.from({ length: 6 }, (_, i) => `many${from + i}.png`);
  for (const [i, name] of names.entries()) await studio.put(name, photo(from + i, 1400));
  await studio.show(...names);
  return names;
}

test('a worker that is killed in the middle is replaced, and its picture is done all the same', async () => {
  await many(10);
  /** @type {Promise<void>} */
  let killed = Promise.resolve();
  const built = await studio.build({
    meanwhile: (build) => {
      killed = once(build, is_developing, async () => {
        const [worker] = await workers_of(build.pid);
        process.kill(worker, 'SIGKILL');
      });
    },
  });
  await killed;
  assert.equal(built.code, 0, built.err);
  for (let i = 10; i < 16; ++i) assert.equal((await studio.published(`many${i}`)).formats.avif.length, 6);
});

test('a build that is killed leaves nothing that the next one stumbles over, and no process', async () => {
  await many(20);
  let workers = [0];
  /** @type {Promise<void>} */
  let killed = Promise.resolve();
  await studio.build({
    meanwhile: (build) => {
      killed = once(build, is_developing, async () => {
        workers = await workers_of(build.pid);
        build.kill('SIGKILL');
      });
    },
  });
  await killed;
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
  for (const { name, size } of await sizes_of_pictures()) assert.ok(size > 0, name);
  for (let i = 20; i < 26; ++i) assert.equal((await studio.published(`many${i}`)).formats.avif.length, 6);
  for (const worker of workers) {
    while ((await readFile(`/proc/${worker}/status`, 'utf8').catch(() => '')).startsWith('Name:\tlacit-pictures'))
      await delay(20);
  }
});

test('two builds at once give the same site', async () => {
  await many(30);
  const other = `${studio.folder}/other`;
  const [one, two] = await Promise.all([studio.build(), studio.build({ out: other })]);
  assert.equal(one.code, 0, one.err);
  assert.equal(two.code, 0, two.err);
  assert.deepEqual((await readdir(`${other}/assets`)).sort(), await studio.assets());
  const left = await readdir(`${studio.cache}/pictures`);
  assert.deepEqual(
    left.filter((name) => name.includes('.new')),
    [],
  );
});

test('two builds at once into one folder leave it whole', async () => {
  await many(40);
  const both = await Promise.all([studio.build(), studio.build()]);
  for (const built of both) assert.equal(built.code, 0, built.err);
  for (let i = 40; i < 46; ++i) {
    const { formats } = await studio.published(`many${i}`);
    for (const files of Object.values(formats)) {
      for (const { file } of files) assert.ok((await stat(file)).size > 0, file);
    }
  }
  assert.ok(!(await studio.assets()).some((name) => name.endsWith('.new')));
});

test('without lacit-pictures beside it, lacit says what is missing', async () => {
  const alone = `${studio.folder}/lacit`;
  await copyFile(process.env.LACIT_BIN ?? 'build/bin/lacit', alone);
  await studio.put('fresh.png', photo(50));
  const { code, err } = await studio.check_with(alone);
  assert.equal(code, 1);
  assert.match(err, /lacit-pictures is missing, which reads and writes pictures; \.\/dev build makes it/);
  await rm(studio.place('fresh.png'));
});

test('published names are of small letters, digits, - and _', async () => {
  await vips('jpegsave', studio.place('second.png'), studio.place('a.b-c_d.jpg'));
  await studio.show('a.b-c_d.jpg');
  assert.equal((await studio.build()).code, 0);
  const names = (await studio.assets()).filter((name) => name.startsWith('a-b-c_d.'));
  assert.equal(names.length, 9);
  for (const name of names) assert.match(name, /^a-b-c_d\.[0-9a-f]{12}-\d+\.(avif|webp|jpg)$/);
});
