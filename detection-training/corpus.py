"""Reads, checks and tidies the authored corpus.

    corpus.py check DIR          report, exit 1 at the first broken line
    corpus.py tidy FROM TO       drop broken and repeated lines, unify family names, write to TO
"""
import json
import pathlib
import re
import sys

import families

ALTERNATIVES = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
KEYS = {"family", "lang", "source", "attack", "benign"}


def fault(row):
    """Why a row cannot be used, or None."""
    if not isinstance(row, dict) or set(row) - KEYS:
        return "unknown keys"
    if row.get("family") not in families.FAMILIES:
        return "unknown family"
    if row.get("source") not in families.SOURCES or row.get("lang") not in families.LANGUAGES:
        return "unknown source or language"
    sides = [row[side] for side in ("attack", "benign") if side in row]
    if not sides:
        return "neither side"
    for text in sides:
        if not isinstance(text, str) or not text.strip():
            return "empty side"
        if "[[" in ALTERNATIVES.sub("", text):  # a lone "]]" is text: it closes a CDATA section, say
            return "unbalanced alternatives"
        if any("[[" in group for group in ALTERNATIVES.findall(text)):
            return "nested alternatives"
    if row.get("attack") == row.get("benign"):
        return "sides are equal"
    return None


def squeezed(text):
    return re.sub(r"\W+", " ", text.lower()).strip()


def tidy(source, target):
    target.mkdir(parents=True, exist_ok=True)
    seen = set()
    for path in sorted(source.glob("*.jsonl")):
        kept = []
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                row["family"] = families.SYNONYMS.get(row.get("family"), row.get("family"))
                why = fault(row)
            except ValueError:
                why = "not JSON"
            if why:
                print(f"{path.name}:{number}: dropped, {why}")
                continue
            for side in ("attack", "benign"):
                if side in row:
                    key = squeezed(row[side]) or row[side]
                    if key in seen:
                        print(f"{path.name}:{number}: {side} repeated, dropped")
                        del row[side]
                    seen.add(key)
            if "attack" in row or "benign" in row:
                ordered = {key: row[key] for key in ("family", "lang", "source", "attack", "benign") if key in row}
                kept.append(json.dumps(ordered, ensure_ascii=False))
        (target / path.name).write_text("\n".join(kept) + "\n", encoding="utf-8")
        print(f"{path.name}: {len(kept)} lines")


def load(directory):
    """All rows, each with the file and line it came from."""
    rows = []
    for path in sorted(pathlib.Path(directory).glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip():
                row = json.loads(line)
                why = fault(row)
                if why:
                    raise SystemExit(f"{path.name}:{number}: {why}")
                row["id"] = f"{path.stem}:{number}"
                rows.append(row)
    return rows


def check(directory):
    rows = load(directory)
    attacks = [row["attack"] for row in rows if "attack" in row]
    benign = [row["benign"] for row in rows if "benign" in row]
    both = sum("attack" in row and "benign" in row for row in rows)
    print(f"{len(rows)} lines, {len(attacks)} attacks, {len(benign)} harmless, {both} pairs")
    for key in ("lang", "source", "family"):
        for value in sorted({row[key] for row in rows}):
            part = [row for row in rows if row[key] == value]
            print(f"  {key} {value}: {sum('attack' in r for r in part)} attacks, {sum('benign' in r for r in part)} harmless")
    for name, texts in (("attacks", attacks), ("harmless", benign)):
        lengths = sorted(map(len, texts))
        print(f"  {name}: length 10/50/90 %: {[lengths[int(q * (len(lengths) - 1))] for q in (.1, .5, .9)]}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["tidy"] and len(sys.argv) == 4:
        tidy(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    elif sys.argv[1:2] == ["check"] and len(sys.argv) == 3:
        check(sys.argv[2])
    else:
        raise SystemExit(__doc__)
