#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts translations that were written beside the code into a file of translations.

    translations/fill.py layerscope_de.ts new/*.tsv
    translations/fill.py layerscope_en.ts new/*.tsv

after update_translations has collected the texts. A new kind brings its texts as new/NAME.tsv, so that no two of them
touch the same file; when they are put in, new/NAME.tsv goes. Each line, with tabs between:

    context   source text as in the code   German   English

Of a plural (%n, %Ln) the forms of German are joined by "|"; so are those of English, which only plurals have, and which
follow from the source text if it has "(s)" and the line names none. Line breaks are written "\\n". Lines that begin with
"#" and empty ones do not count.

Fails if a text is not there, if it has another translation already, and if a text of one of these contexts has none
afterwards. It then has written what it could.
"""
import pathlib
import re
import sys
from xml.sax.saxutils import escape

CONTEXT = re.compile(r"<context>\n    <name>(.*?)</name>\n(.*?)</context>\n", re.S)
MESSAGE = re.compile(r"    <message(?P<numerus> numerus=\"yes\")?>\n(?P<body>.*?)    </message>\n", re.S)
SOURCE = re.compile(r"<source>(.*?)</source>", re.S)
TRANSLATION = re.compile(r"        <translation(?P<type> type=\"[a-z]+\")?>(?P<text>.*?)</translation>\n", re.S)
FORMS = re.compile(r"<numerusform>(.*?)</numerusform>", re.S)


def written(text):
    """As lupdate writes it."""
    return escape(text.replace("\\n", "\n"), {'"': "&quot;", "'": "&apos;"})


def wanted_of(line, language):
    """(context, source), and the forms of the translation; None: nothing of this language."""
    fields = line.split("\t")
    if not 3 <= len(fields) <= 4 or not all(fields[:3]):
        raise ValueError("not three or four fields with tabs between")
    context, source, german = fields[:3]
    if language == "de":
        forms = german.split("|") if re.search(r"%L?n\b", source) else [german]
    elif not re.search(r"%L?n\b", source):
        return (context, source), None
    elif len(fields) == 4:
        forms = fields[3].split("|")
    elif "(s)" in source:
        forms = [source.replace("(s)", ""), source.replace("(s)", "s")]
    else:
        raise ValueError("a plural whose English forms are not named")
    if re.search(r"%L?n\b", source) and len(forms) != 2:
        raise ValueError("a plural has two forms")
    return (context, source), [written(form) for form in forms]


def read(paths, language):
    wanted, faults = {}, []
    for path in paths:
        for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            try:
                key, forms = wanted_of(line, language)
            except ValueError as fault:
                faults.append(f"{path}:{number}: {fault}")
                continue
            key = tuple(map(written, key))
            if forms and wanted.setdefault(key, forms) != forms:
                faults.append(f"{path}:{number}: another file translates it otherwise")
    return wanted, faults


def filled(text, wanted):
    """The file with what is wanted, and what is wrong with it."""
    faults, used, contexts = [], set(), {context for context, _ in wanted}

    def message(context, match):
        source = SOURCE.search(match["body"])[1]
        old = TRANSLATION.search(match["body"])
        has = FORMS.findall(old["text"]) if match["numerus"] else [old["text"]]
        is_done = not old["type"] and all(has)
        forms = wanted.get((context, source))
        if forms is None:
            if context in contexts and not is_done:
                faults.append(f"{context}: “{source}” has no translation")
            return match[0]
        used.add((context, source))
        if is_done:
            if has != forms:
                faults.append(f"{context}: “{source}” has another translation already")
            return match[0]
        if match["numerus"]:
            lines = "".join(f"\n            <numerusform>{form}</numerusform>" for form in forms) + "\n        "
        else:
            lines = forms[0]
        new = f"        <translation>{lines}</translation>\n"
        return match[0].replace(old[0], new)

    def context(match):
        name = match[1]
        return match[0].replace(match[2], MESSAGE.sub(lambda found: message(name, found), match[2]))

    text = CONTEXT.sub(context, text)
    faults += [f"{context}: there is no text “{source}”" for context, source in sorted(set(wanted) - used)]
    return text, faults


def main():
    target = pathlib.Path(sys.argv[1])
    text = target.read_text(encoding="utf-8")
    language = re.search(r'<TS [^>]*language="([a-z]+)', text)[1]
    wanted, faults = read(sys.argv[2:], language)
    text, more = filled(text, wanted)
    target.write_text(text, encoding="utf-8")
    for fault in faults + more:
        print(fault)
    sys.exit(bool(faults + more))


if __name__ == "__main__":
    main()
