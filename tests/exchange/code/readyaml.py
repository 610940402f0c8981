"""Reads YAML documents as the AWS CLI (ruamel, YAML 1.2) and PyYAML (YAML 1.1) do.

Standard input: a JSON array of documents. Standard output: a JSON array a line, one value for each reader that is there.
"""

import json, sys

readers = []
try:
    from ruamel.yaml import YAML

    readers.append(lambda text: YAML(typ="safe", pure=True).load(text))
except ImportError:
    pass
try:
    import yaml

    readers.append(yaml.safe_load)
except ImportError:
    pass
for text in json.load(sys.stdin):
    values = []
    for read in readers:
        try:
            values.append(read(text))
        except Exception as error:
            values.append({"error": repr(error)})
    print(json.dumps(values))
