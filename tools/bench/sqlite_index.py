#!/usr/bin/env python3
"""The peer SQLite FTS5: porter stems, positions, no text kept.

usage: sqlite_index.py FILE.jsonl DATABASE
"""

import json
import sqlite3
import sys


def main(lines, database):
    connection = sqlite3.connect(database)
    connection.execute(
        "CREATE VIRTUAL TABLE article USING fts5(title, body, content='', tokenize='porter')"
    )
    with open(lines, encoding="utf-8") as articles:
        rows = ((a["title"], a["body"]) for a in map(json.loads, articles))
        connection.executemany("INSERT INTO article(title, body) VALUES (?, ?)", rows)
    connection.commit()


main(*sys.argv[1:])
