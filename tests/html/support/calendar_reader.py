"""Reads calendar files as calendars do that know no time zone but what a file defines, and compares with the system's.

Usage: calendar_reader.py icalendar|dateutil FOLDER, where FOLDER holds *.ics. Prints JSON: how many were read, and what
differs: name, what the file says, what is right.
"""
import io
import json
import pathlib
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

UNKNOWN = "X-Nobody-Knows/"  # In front of every zone's name, so that no reader takes its own data instead.
PROPERTIES = ("DTSTART;", "DTEND;")


def unfolded(text):
    return text.replace("\r\n ", "")


def local_time(text, name):
    """What a property says: a local time and the name of its zone."""
    line = next(line for line in text.split("\r\n") if line.startswith(name))
    return datetime.strptime(line.rsplit(":", 1)[1], "%Y%m%dT%H%M%S"), line.split("TZID=")[1].split(":")[0]


def expected(text, name):
    """The moment that a property means by the system's tzdata; its first where clocks show it twice."""
    time, zone = local_time(text, name)
    return time.replace(tzinfo=ZoneInfo(zone))


def by_icalendar(text):
    import icalendar

    event = next(part for part in icalendar.Calendar.from_ical(text).walk() if part.name == "VEVENT")
    return event["DTSTART"].dt, event["DTEND"].dt


def by_dateutil(text):
    from dateutil import tz

    zone = text[text.index("BEGIN:VTIMEZONE"):text.index("BEGIN:VEVENT")]
    known = tz.tzical(io.StringIO(zone.replace("\r\n", "\n"))).get()
    return [local_time(text, name)[0].replace(tzinfo=known) for name in PROPERTIES]


def main(reader, folder):
    read = {"icalendar": by_icalendar, "dateutil": by_dateutil}[reader]
    wrong, count = [], 0
    for path in sorted(pathlib.Path(folder).glob("*.ics")):
        text = unfolded(path.read_bytes().decode())
        zone = text.split("TZID:")[1].split("\r\n")[0]
        # A name for each file: readers remember a zone by its name, and each file must stand alone.
        hidden = text.replace(zone, UNKNOWN + path.stem + "/" + zone)
        found = read(hidden)
        for name, moment in zip(PROPERTIES, found):
            right = expected(text, name).astimezone(timezone.utc)
            if moment.astimezone(timezone.utc) != right:
                wrong.append([path.name, name, str(moment), str(right)])
            count += 1
    print(json.dumps({"count": count, "wrong": wrong[:50], "wrongs": len(wrong)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
