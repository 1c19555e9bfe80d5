"""How many commits a second a bare SQLite loop makes: bare_commits.py FILE SECONDS. One small row a commit, as durable as the
server's. Python's share of a commit is some ten microseconds, which only a disk that syncs in less would show."""
import sqlite3
import sys
import time

database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute('PRAGMA journal_mode=WAL')
database.execute('PRAGMA synchronous=FULL')
database.execute('CREATE TABLE message (id INTEGER PRIMARY KEY, text TEXT)')
start = time.monotonic()
end = start + float(sys.argv[2])
count = 0
while time.monotonic() < end:
    database.execute('INSERT INTO message (text) VALUES (?)', ('Hello',))
    count += 1
print(count / (time.monotonic() - start))
