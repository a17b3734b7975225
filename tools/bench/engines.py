"""The indexers that tools/bench/index compares.

Each is a function of the archive, the same archive as JSON lines, and the place of the index; it
gives the command line.
"""

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import paired
import programs

HERE = Path(__file__).resolve().parent
LUCENE = programs.ROOT.parent / "shared" / "bench" / "lucene" / "run"


def backfile(archive, _lines, index):
    return [programs.INDEX, "--db", index, archive]


def termgenerator(archive, _lines, index):
    return [programs.TERMGENERATOR, archive, index]


def lucene(_archive, lines, index):
    return [str(LUCENE), "index", lines, index, str(os.cpu_count())]


def sqlite(_archive, lines, index):
    return [sys.executable, str(HERE / "sqlite_index.py"), lines, index]


def has_fts5():
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(a)")
    except sqlite3.OperationalError:
        return False
    return True


def has_lucene(scratch):
    """Tries it on one article, which also compiles it."""
    if not LUCENE.is_file():
        return False
    if not list(Path("/usr/share/java").glob("lucene-core-8*.jar")) or not shutil.which("javac"):
        print("Lucene is left out: apt-get install liblucene8-java default-jdk-headless")
        return False
    os.environ["BUILD"] = str(programs.BUILD / "lucene")
    one = scratch / "one.jsonl"
    one.write_text(
        '{"id": "1", "title": "a", "body": "b", "outlet": "c", "date": "1900-01-01",'
        ' "topics": ["d"]}\n'
    )
    try:
        paired.run(lucene("", str(one), str(scratch / "one")))
    except RuntimeError as error:
        print(f"Lucene is left out: {str(error).splitlines()[-1]}")
        return False
    finally:
        shutil.rmtree(scratch / "one", ignore_errors=True)
    return True


def all_here(scratch):
    engines = {"Backfile": backfile, "TermGenerator": termgenerator}
    if has_lucene(scratch):
        engines["Lucene"] = lucene
    if has_fts5():
        engines["SQLite FTS5"] = sqlite
    return engines
