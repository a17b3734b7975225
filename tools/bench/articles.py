#!/usr/bin/env python3
"""Writes an archive's JSON articles as the JSON lines that every engine reads, and counts them.

usage: articles.py ARCHIVE FILE.jsonl      prints {"articles": …, "bytes": …, "others": …}

"bytes" are those of titles and bodies; "others" are files that are not JSON.
"""

import json
import re
import sys
from pathlib import Path

UNKNOWN_DATE = "1900-01-01"


def values(path):
    """The objects of a file: one, an array of them, or one a line."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    value = json.loads(text)
    return value if isinstance(value, list) else [value]


def first(article, *keys):
    return next((article[key] for key in keys if article.get(key)), "")


def plain(article, fallback_id):
    """What all engines understand: no field missing, every date a day."""
    date = str(first(article, "date", "published_at", "date_published"))[:10]
    topics = first(article, "topics", "topic", "category")
    return {
        "id": str(first(article, "id", "ID", "guid", "url", "link") or fallback_id),
        "title": first(article, "title", "headline"),
        "body": first(article, "body", "text", "content_original", "content", "maintext"),
        "outlet": first(article, "outlet", "source", "publisher") or "unknown",
        "date": date if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else UNKNOWN_DATE,
        "topics": topics if isinstance(topics, list) else [topics],
    }


def main(archive, lines):
    count = {"articles": 0, "bytes": 0, "others": 0}
    with open(lines, "w", encoding="utf-8") as out:
        for path in sorted(path for path in Path(archive).rglob("*") if path.is_file()):
            if path.suffix not in (".json", ".jsonl"):
                count["others"] += 1
                continue
            for number, value in enumerate(values(path)):
                article = plain(value, f"{path}#{number}")
                out.write(json.dumps(article, ensure_ascii=False) + "\n")
                count["articles"] += 1
                count["bytes"] += len((article["title"] + article["body"]).encode())
    print(json.dumps(count))


if __name__ == "__main__":
    main(*sys.argv[1:])
