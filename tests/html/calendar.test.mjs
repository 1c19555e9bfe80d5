// Calendar files against calendars of others: python3-icalendar and python3-dateutil read them, and know no zone but what
// a file defines; the system's own zoneinfo says what is right.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build_site, root } from '../support/build_site.mjs';

const zones = `America/Chicago America/New_York America/Denver America/Phoenix America/Los_Angeles America/Anchorage
  America/Puerto_Rico America/St_Johns America/Halifax America/Havana America/Mexico_City America/Sao_Paulo
  America/Argentina/Buenos_Aires America/Santiago America/Asuncion America/Caracas America/Nuuk Atlantic/Azores Europe/London
  Europe/Dublin Europe/Lisbon Europe/Berlin Europe/Moscow Europe/Istanbul Africa/Cairo Africa/Casablanca Africa/Lagos
  Africa/Johannesburg Asia/Gaza Asia/Jerusalem Asia/Tehran Asia/Kolkata Asia/Calcutta Asia/Kathmandu Asia/Shanghai Asia/Tokyo
  Asia/Pyongyang Australia/Lord_Howe Australia/Sydney Australia/Perth Pacific/Apia Pacific/Auckland Pacific/Chatham
  Pacific/Kiritimati US/Central Antarctica/Troll`.split(/\s+/);

const years = Array.from({ length: 111 }, (_, i) => 1990 + i);
const day_length = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'lacit-calendar-'));
const content = join(folder, 'content');
const site = join(folder, 'site');
after(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(root, 'content'), content, { recursive: true });
// The same bytes in every run, so that the cache of compressed files does not grow.
process.env.SOURCE_DATE_EPOCH = '1767225600';

/** @param {number} time @param {number} hour after 4, when clocks have changed wherever they do */
const local = (time, hour) => `${new Date(time).toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:15`;

/** Each zone in every third year and each year in a third of the zones: an event on a day and at an hour of its own, some of which last over a change of the clocks. */
function all_events() {
  return zones.flatMap((time_zone, zone) =>
    years
      .filter((year) => (year + zone) % 3 === 0)
      .map((year) => {
        const start = Date.UTC(year, 0, 1) + ((year * 37 + zone * 53) % 365) * day_length;
        const days = year === 2100 ? 0 : (year * 7 + zone) % 5 === 0 ? 150 : (year + zone) % 4;
        const [begin, end] = [
          local(start, 4 + ((year + zone) % 9)),
          local(start + days * day_length, 13 + (zone % 10)),
        ];
        return {
          id: `z${zone}-y${year}`,
          name: `${time_zone} ${year}`,
          start: begin,
          end,
          time_zone,
          place: { name: 'Online' },
        };
      }),
  );
}

/** @param {object[]} events */
function publish(events) {
  const page = JSON.parse(readFileSync(join(root, 'content/pages/events.json'), 'utf8'));
  const template = page.sections.find((/** @type {{ kind: string }} */ section) => section.kind === 'events');
  const parts = Array.from({ length: Math.ceil(events.length / 200) }, (_, i) => {
    return {
      ...template,
      anchor: i === 0 ? template.anchor : `dates-${i}`,
      events: events.slice(i * 200, i * 200 + 200),
    };
  });
  page.sections = page.sections.flatMap((/** @type {object} */ section) => (section === template ? parts : [section]));
  writeFileSync(join(content, 'pages/events.json'), JSON.stringify(page));
  build_site(content, site);
}

/** @param {string} reader @returns {{ count: number, wrong: string[][], wrongs: number }} */
function read_by(reader) {
  const script = fileURLToPath(new URL('support/calendar_reader.py', import.meta.url));
  const most = 64 * 1024 * 1024;
  return JSON.parse(
    execFileSync('/usr/bin/python3', [script, reader, join(site, 'events')], { encoding: 'utf8', maxBuffer: most }),
  );
}

test(`11.C16: readers of calendars see the right moments: ${zones.length} zones, every year from 1990 to 2100`, () => {
  publish(all_events());
  for (const reader of ['icalendar', 'dateutil']) {
    const { count, wrong, wrongs } = read_by(reader);
    assert.equal(count, (zones.length * years.length * 2) / 3, reader);
    assert.deepEqual({ reader, wrongs, wrong }, { reader, wrongs: 0, wrong: [] });
  }
});

/** @param {string} id @returns {Record<string, string>} properties of the one event in a published file */
function properties_of(id) {
  const script = `import icalendar,json,sys
event = next(p for p in icalendar.Calendar.from_ical(open(sys.argv[1]).read()).walk() if p.name == 'VEVENT')
print(json.dumps({key: value.to_ical().decode() for key, value in event.items()}))`;
  return JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', script, join(site, `events/${id}.ics`)], { encoding: 'utf8' }),
  );
}

const talk = {
  id: 'talk',
  name: 'A talk',
  start: '2027-03-13T18:00',
  end: '2027-03-13T20:00',
  time_zone: 'America/Chicago',
  place: { name: 'Town hall' },
};

test('11.C16: a calendar sees that an event has changed, and that another has not', () => {
  const other = { ...talk, id: 'other' };
  const bytes = () => readFileSync(join(site, 'events/other.ics'), 'utf8');
  publish([talk, other]);
  const [first, kept] = [properties_of('talk'), bytes()];
  publish([talk, other]);
  assert.deepEqual(properties_of('talk'), first);
  for (const change of [{ start: '2027-03-13T18:30' }, { place: { name: 'Library' } }, { name: 'Another talk' }, {}]) {
    const before = properties_of('talk');
    publish([{ ...talk, ...change }, other]);
    const now = properties_of('talk');
    assert.equal(now.UID, before.UID);
    assert.ok(
      Number(now.SEQUENCE) > Number(before.SEQUENCE),
      `${JSON.stringify(change)}: ${before.SEQUENCE}, then ${now.SEQUENCE}`,
    );
    assert.ok(now.DTSTAMP > before.DTSTAMP && now['LAST-MODIFIED'] === now.DTSTAMP);
  }
  assert.equal(bytes(), kept);
});

test('11.C16: a fresh folder built later does not fall behind what visitors have saved', () => {
  publish([talk]);
  const saved = properties_of('talk');
  rmSync(site, { recursive: true });
  process.env.SOURCE_DATE_EPOCH = '1767232800';
  publish([{ ...talk, name: 'A longer talk' }]);
  assert.ok(Number(properties_of('talk').SEQUENCE) > Number(saved.SEQUENCE));
});

test('11.C16: pages and search engines are told times with their offset', () => {
  publish([talk]);
  const page = readFileSync(join(site, 'events/index.html'), 'utf8');
  assert.ok(page.includes('<time ') && page.includes('datetime="2027-03-13T18:00:00-06:00"'));
  assert.ok(page.includes('"startDate":"2027-03-13T18:00:00-06:00","organizer"'));
  assert.ok(page.includes('"endDate":"2027-03-13T20:00:00-06:00"'));
});

test('11.C16: SOURCE_DATE_EPOCH that is no time is refused', () => {
  for (const wrong of ['', 'now', '-1', '1e9', '99999999999999999999']) {
    process.env.SOURCE_DATE_EPOCH = wrong;
    assert.throws(() => publish([talk]), /SOURCE_DATE_EPOCH is no time/);
  }
});
