#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reduces the metadata of the SoftLayer API to the types that the simulated API and the masks, filters and
methods of Layerscope speak of.

    app/demo/metadata/reduce.py FULL.json [TYPE …]

writes api-metadata.json beside this script anew: with the types that it holds already, those named here
("Security_Ssh_Key"), and their bases. To do without a type again, take it out there and run this.

FULL.json holds `types`, `methods`, `removed`, `secrets` and `secretMethods` as its own `about` describes.
Of each type the copy holds every property, one a line, so that a change of the API reads as a change of lines:

    local      name -> type
    relations  name -> type, with * for a list; getName is then a method of it
    counts     name -> the relation whose rows are counted, or "" if its name does not tell
    methods    the get methods that are no relation's: arguments -> result (flags as in the full file)
    removed    properties and methods that the API no longer has; they stand nowhere else
    secrets, secretMethods
"""
import json
import pathlib
import sys


def singular(name):
    """As the API makes the name of a count: "tagReferences" -> "tagReference", "hardware" stays."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith(("sses", "xes", "ches")):
        return name[:-2]
    if name.endswith("s") and not name.endswith("ss"):
        return name[:-1]
    return name


def type_text(entry, key="type"):
    text = entry[key] + ("*" if entry["many"] else "")
    return f"{text} {entry['wire']}" if "wire" in entry else text


def getter(name):
    return "get" + name[0].upper() + name[1:]


def reduced(full, name):
    entry = full["types"][name]
    proven = [one for one in full["removed"]["props"].get(name, []) if not one.endswith("?")]
    gone = [one for one in full["removed"]["methods"].get(name, []) if not one.endswith("?")]
    props = {key: value for key, value in sorted(entry["props"].items()) if key not in proven}
    relations = {key: value for key, value in props.items() if value["relation"]}
    lists = [key for key, value in relations.items() if value["many"]]
    names = {key + "Count": key for key in lists} | {singular(key) + "Count": key for key in lists}

    result = {"base": entry["base"] or ""}
    result["local"] = {key: type_text(value) for key, value in props.items()
                       if not value["relation"] and not value["count"]}
    result["relations"] = {key: type_text(value) for key, value in relations.items()}
    result["counts"] = {key: names.get(key, "") for key, value in props.items() if value["count"]}

    inherited, base = {}, entry["base"]
    while base:
        inherited.update(full["types"][base]["props"])
        base = full["types"][base]["base"]
    of_relations = {getter(key): value for key, value in {**inherited, **props}.items() if value["relation"]}
    methods = {}
    for key, method in sorted(full["methods"].get(name, {}).items()):
        relation = of_relations.pop(key, None)
        if key in gone:
            continue
        if relation and "args" not in method:
            assert (relation["type"], relation["many"]) == (method["returns"], method["many"]), (name, key)
            continue
        text = "(" + ", ".join(method.get("args", [])) + ") -> " + type_text(method, "returns")
        methods[key] = text + (" " + method["flags"] if method.get("flags") else "")
    if name in full["methods"]:
        result["service"] = True
        # What the rule "a relation has its get method" rests on.
        assert not set(of_relations) - set(gone), (name, sorted(of_relations))
    result["methods"] = methods
    result["removed"] = sorted(proven + gone)
    result["secrets"] = sorted(full["secrets"].get(name, []))
    result["secretMethods"] = sorted(full["secretMethods"].get(name, []))
    return {key: value for key, value in result.items() if value}


def main():
    full = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    copy = pathlib.Path(__file__).with_name("api-metadata.json")
    wanted = set(json.loads(copy.read_text(encoding="utf-8"))["types"]) | set(sys.argv[2:])
    unknown = wanted - set(full["types"])
    assert not unknown, f"not in {sys.argv[1]}: {sorted(unknown)}"
    for name in list(wanted):
        while name:
            wanted.add(name)
            name = full["types"][name]["base"]
    gone = wanted & set(full["removed"]["types"])
    assert not gone, f"no longer there: {sorted(gone)}"
    text = json.dumps({"about": full["about"],
                       "reduced": "to some of the types by reduce.py, which describes the form",
                       "types": {name: reduced(full, name) for name in sorted(wanted)}},
                      indent=1, ensure_ascii=False)
    copy.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
