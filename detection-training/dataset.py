"""Assembles the training mix: the authored corpus and capped shares of the public sources.

Nothing of the folder `dev` is trained on; it is read only to drop training rows that repeat one of its texts.
"""
import dataclasses
import hashlib
import json
import pathlib
import random

import corpus
import expand

# Rows a pass, per source and label: no source may dominate, and the corpus (8,000 rows a pass) weighs most.
CAPS = {
    "jailbreak_llms": 500, "bordair_templates": 350, "jailbreak_artifacts": 300, "llmail_inject": 700, "spikee": 700,
    "payload_lists": 30, "authored_pl_synthetic": 200, "jailbreak_collections": 50,
    "benign_oasst2": 1100, "benign_ultrachat": 500, "benign_gpteacher": 600, "benign_intents": 350,
    "benign_mmlu": 300, "benign_mxeval": 150, "benign_trigger_words": 1300, "benign_docs_code": 800,
    "benign_prompts_chat": 400, "benign_assistant_text": 300, "benign_polish": 300, "benign_zh_roleplay": 120,
    "jackhhao": 300,
}
# Never trained on: whole sources for choosing and calibrating, beside a share of every other one.
HELD_SOURCES = {"jailbreak_collections", "benign_mmlu", "jackhhao"}
HELD_PERCENT = 8
HELD_ROWS = 50  # of a source and label at most, the corpus apart

PREFIX = {"document": "document :", "tool_output": "tool result :"}


@dataclasses.dataclass
class Row:
    text: str
    label: int
    source: str
    origin: str
    lang: str = "en"
    seed: str = ""  # corpus only: the text with its alternatives


def _percent(text):
    return int(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8], 16) % 100


def _place(row, origin):
    """Where such a text would reach the guard from."""
    kind, coin = row["kind"], _percent("place" + row["text"])
    if kind == "indirect":
        return "document" if origin != "spikee" or coin < 50 else "tool_output"
    if kind in ("benign_doc", "benign_data", "benign_email"):
        return "document" if coin < 60 else "tool_output"
    if kind == "benign_code" and origin == "benign_docs_code":
        return ("document", "tool_output", "document", "user_input")[coin % 4]
    if kind == "benign_assistant":
        return ("model_output", "document", "tool_output", "document")[coin % 4]
    return "user_input"


def read_public(path):
    origin = path.stem
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield Row(row["text"], int(row["label"] == "attack"), _place(row, origin), origin, row.get("lang") or "en")


def dev_files(data):
    return {path.stem: list(read_public(path)) for path in sorted((pathlib.Path(data) / "dev").glob("*.jsonl"))}


class Mix:
    """The rows, split once and for all into those to train on and those held out."""

    def __init__(self, data, corpus_dir):
        self.train, self.held = [], []
        known = {corpus.squeezed(row.text) for rows in dev_files(data).values() for row in rows}
        self.dropped = {"repeats dev": 0, "repeats another row": 0, "reserved for the regression set": 0}
        for path in sorted((pathlib.Path(data) / "train").glob("*.jsonl")):
            if path.stem.startswith("harmful_"):
                continue
            seen = set()
            for row in read_public(path):
                key = corpus.squeezed(row.text)
                if key in known:
                    self.dropped["repeats dev"] += 1
                elif key in seen:
                    self.dropped["repeats another row"] += 1
                else:
                    held = row.origin in HELD_SOURCES or _percent(key[:80]) < HELD_PERCENT
                    (self.held if held else self.train).append(row)
                seen.add(key)
        reserved = set((pathlib.Path(corpus_dir) / "held-out.txt").read_text().split())
        for row in corpus.load(corpus_dir):
            first = corpus.squeezed(row.get("attack") or row.get("benign"))
            if hashlib.sha256(first.encode()).hexdigest()[:16] in reserved:
                self.dropped["reserved for the regression set"] += 1
                continue
            held = _percent(first) < HELD_PERCENT  # both sides of a pair on the same side of the split
            for side in ("attack", "benign"):
                if side in row:
                    text = expand.expansion(row[side], random.Random(row["id"] + side))
                    item = Row(text, int(side == "attack"), row["source"], "corpus", row["lang"], row[side])
                    (self.held if held else self.train).append(item)
        self.held = self._thinned(self.held)

    @staticmethod
    def _thinned(rows):
        kept, counts = [], {}
        for row in rows:
            counts[row.origin, row.label] = counts.get((row.origin, row.label), 0) + 1
            if row.origin == "corpus" or counts[row.origin, row.label] <= HELD_ROWS:
                kept.append(row)
        return kept

    def passing(self, number, without=(), constraints=0.0):
        """The rows of one pass over the data: every seed of the corpus in one reading, in two where
        it has several alternatives, a draw of each public source,
        some of them rewritten, some inside a host text. `constraints`: the share of prompts that gain wishes about the form
        of the answer. Depends on these arguments alone."""
        rng = random.Random(number)
        rows = []
        groups = {}
        for row in self.train:
            if row.origin not in without:
                groups.setdefault((row.origin, row.label), []).append(row)
        for (origin, _), group in sorted(groups.items()):
            if origin != "corpus":
                rows += rng.sample(group, min(len(group), CAPS[origin]))
        for label in (1, 0):
            rows += [dataclasses.replace(row, text=expand.expansion(row.seed, rng))
                     for row in groups.get(("corpus", label), [])
                     for _ in range(2 if row.seed.count("[[") > 1 else 1)]
        hosts = [row for row in rows if not row.label and 20 < len(row.text) < 500]
        rows = [self._vary(row, hosts, rng) for row in rows]
        rows = [dataclasses.replace(row, text=expand.constrained(row.text, rng))
                if row.source == "user_input" and len(row.text) < 400
                and rng.random() < constraints * (0.4 if row.label else 1.0) else row for row in rows]
        rng.shuffle(rows)
        return rows

    @staticmethod
    def _vary(row, hosts, rng):
        """The same variations for both labels, so that none of them is a sign of an attack."""
        coin = rng.random()
        if coin < 0.10:
            return dataclasses.replace(row, text=expand.transform(row.text, rng))
        if coin < 0.26 and len(row.text) < 300:
            host = rng.choice(hosts)
            parts = [host.text, row.text] if rng.random() < 0.7 else [row.text, host.text]
            joined = rng.choice((" ", "\n", "\n\n", " - ", "\n---\n")).join(parts)
            placed = host.source if host.source in PREFIX else row.source
            return dataclasses.replace(row, text=joined, source=placed)
        if row.source in PREFIX and rng.random() < 0.25:
            return dataclasses.replace(row, source="user_input")
        if row.label and row.source == "user_input" and coin > 0.96:
            return dataclasses.replace(row, source=rng.choice(list(PREFIX)))
        return row
