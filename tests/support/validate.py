"""Validates JSON documents, one a line of standard input, against a JSON Schema.

    validate.py SCHEMA

Prints what is wrong, a line each: nothing when all is well. Keys that the schema does not name,
which users are to ignore, are wrong here.
"""
import json
import sys

import jsonschema

KINDS = {"answer": "hits", "batch": "batch", "articles": "articles", "error": "error"}
BASES = {"article"}  # what others add to


def close(schema):
    for name, rule in schema["$defs"].items():
        if rule.get("type") == "object" and name not in BASES:
            rule["unevaluatedProperties"] = False


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    published = jsonschema.Draft202012Validator(json.loads(json.dumps(schema)))
    close(schema)
    kinds = {kind["$ref"].rsplit("/", 1)[1]: kind for kind in schema.pop("oneOf")}
    for number, line in enumerate(sys.stdin, 1):
        document = json.loads(line)
        # One kind, chosen here: an error in one place says more than that no kind fits.
        kind = next((name for name in KINDS if KINDS[name] in document), "answer")
        closed = jsonschema.Draft202012Validator({**schema, **kinds[kind]})
        for error in closed.iter_errors(document):
            print(f"{number}: {error.json_path}: {error.message[:300]}")
        if not published.is_valid(document):
            print(f"{number}: not one of the kinds")


main()
