#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads softlayer-kinds.md and api-metadata.json and writes what the sheet says of each kind: facts.py SHEET METADATA OUTDIR
One NAME.json a kind, as they lie beside this script: what tests compare the catalogue with, which has no part in them.
Prints what does not agree with the metadata."""
import json, re, sys, pathlib
sheet = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
meta = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
out = pathlib.Path(sys.argv[3]); out.mkdir(exist_ok=True)
T = meta["types"]
def prop(t, p):
    while t:
        e = T[t]
        if p in e["props"]: return e["props"][p]
        t = e["base"]
def walk(t, path):
    cur, seen = t, [t]
    parts = path.split(".")
    for i, p in enumerate(parts):
        x = prop(cur, p)
        if x is None: return None
        if i + 1 < len(parts):
            cur = x["type"]; seen.append(cur)
    return seen, x
COL = r"`(\w+)`([*~]*)"
WIRE = r"(int|str|bool|date|num\??|dec) ([LRC]\+?)(°?)"
facts, need, bad = {}, set(), []
def col(k, f, p, w, rel, kindtype, ondemand=False):
    got = walk(kindtype, p)
    if got is None: bad.append((k, p)); types, leaf = [], None
    else: types, leaf = got; need.update(types)
    return {"key": k, "path": p, "wire": w, "where": rel, "default": "*" in f, "slow": "~" in f, "onDemand": ondemand,
            "metaType": leaf["type"] if leaf else None}
for part in re.split(r"\n### (?=2\.\d+ )", sheet)[1:]:
    part = re.split(r"\n## ", part)[0]
    number, title = re.match(r"(2\.\d+) (.*)", part.split("\n", 1)[0]).groups()
    kind, typ = re.search(r"\(`([\w-]+)`, SoftLayer_(\w+)\)", title).groups()
    pieces = re.split(r"\n- ↳ ", part)
    main = pieces[0]
    cols = [col(k, f, p, w, r, typ) for k, f, p, w, r, _ in re.findall(r"\| " + COL + r" \| `([\w.]+)` \| " + WIRE + r"(?= *\|)", main)]
    m = re.search(r"\nOn demand:(.*)", main)
    if m: cols += [col(k, f, p or k, w, r, typ, True) for k, f, p, w, r, _ in re.findall(COL + r"(?: `([\w.]+)`)? " + WIRE, m.group(1))]
    facts[kind] = {"section": number, "type": "SoftLayer_" + typ, "parent": None, "columns": cols}
    for piece in pieces[1:]:
        ck, ct = re.match(r"\*\*`([\w-]+)`\*\* \(SoftLayer_(\w+)\)", piece).groups()
        cc = []
        for line in piece.split("\n")[1:]:
            if not line.startswith("  `"): continue
            for one in line.strip().rstrip(".").split(" · "):
                k, f, p, w, r = re.match(COL + r"(?: `([\w.]+)`)? " + WIRE, one).groups()[:5]
                cc.append(col(k, f, p or k, w, r, ct))
        facts[ck] = {"section": number, "type": "SoftLayer_" + ct, "parent": kind, "columns": cc}
row = re.compile(r"^\| (↳ )?`([\w-]+)` \| (\w+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \| (\w) \| (\d+) \| (\w+) \|$", re.M)
for child, kind, sheetname, method, root, count, service, paging, n, category in row.findall(sheet):
    strip = lambda s: s.replace("`", "")
    facts[kind].update(sheet=sheetname, method=strip(method), root=strip(root), count=strip(count), service=strip(service),
                       paging=paging, category=category)
    if int(n) != len(facts[kind]["columns"]): print("columns", kind, n, len(facts[kind]["columns"]))
def text(kind, f):
    """One column a line, so that a difference reads well."""
    one = lambda v: json.dumps(v, ensure_ascii=False)
    head = {"kind": kind, **{k: v for k, v in f.items() if k != "columns"}}
    return "{\n" + "".join(f" {one(k)}: {one(v)},\n" for k, v in head.items()) + ' "columns": [\n  ' \
        + ",\n  ".join(one(c) for c in f["columns"]) + "\n ]\n}\n"
for kind, f in facts.items():
    (out / f"{kind}.json").write_text(text(kind, f), encoding="utf-8")
print(len(facts), "kinds", sum(len(f["columns"]) for f in facts.values()), "columns; not in the metadata:", bad)
print("types:", " ".join(sorted(need)))
