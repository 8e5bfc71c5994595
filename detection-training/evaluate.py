"""Measures the candidates on the folder `dev` (never trained on) and on the held-out rows.

    evaluate.py --data DIR --model all-minilm-l6-v2-q.onnx --tokenizer tokenizer.json --out DIR --onnxruntime JAR [--only scores]

Writes scores.pickle (the logits of every window; the export reads them), results.json and results.md to the out folder. The models
run as the worker runs them: int8, in ONNX Runtime.
"""
import argparse
import concurrent.futures
import json
import pathlib
import pickle
import random

import numpy as np
import onnx
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score

import dataset
import int8
import minilm
import ngrams
import scoring
import train


def recall_at(benign, attacks, rate):
    """Recall at the threshold that lets `rate` of these harmless rows be false alarms."""
    threshold = np.quantile(benign, 1 - rate, method="higher")
    return float((attacks > threshold).mean())


def at_limits(y, z, limits):
    """What the thresholds of 1 % and 5 % false alarms on held-out rows do to these rows."""
    row = {"rows": len(y)}
    for percent, limit in zip((1, 5), limits):
        if (y == 0).any():
            row[f"false alarms at {percent} %"] = float((z[y == 0] > limit).mean())
        if (y == 1).any():
            row[f"recall at {percent} %"] = float((z[y == 1] > limit).mean())
        if (y == 0).any() and (y == 1).any():
            row[f"F1 at {percent} %"] = float(f1_score(y, z > limit))
    return row


def measure(sets, limits):
    """`sets`: name to (labels, logits). Files of attacks alone are ranked against the harmless rows of all."""
    harmless = np.concatenate([z[y == 0] for y, z in sets.values()])
    sets = {**sets, "pooled": tuple(np.concatenate([s[i] for s in sets.values()]) for i in (0, 1))}
    result = {}
    for name, (y, z) in sets.items():
        result[name] = at_limits(y, z, limits)
        if (y == 1).any():
            against = z[y == 0] if (y == 0).any() else harmless
            labels = np.concatenate([np.ones((y == 1).sum()), np.zeros(len(against))])
            result[name]["AUC"] = float(roc_auc_score(labels, np.concatenate([z[y == 1], against])))
            result[name]["best F1"] = float(max(f1_score(y, z >= t) for t in np.quantile(z, np.linspace(0, 1, 101))))
            for percent in (1, 5):
                result[name][f"own recall at {percent} %"] = recall_at(against, z[y == 1], percent / 100)
    return result


def limits_of(held, z):
    """Logits that let 1 % and 5 % of the held-out harmless rows pass for attacks, every source weighing the same."""
    harmless = held.labels == 0
    weights = scoring.balanced_weights(held)
    return tuple(scoring.weighted_quantile(z[harmless], weights[harmless], 1 - rate) for rate in (0.01, 0.05))


def candidate(dev, held, model_weight, ngram_weight):
    z = held.logits(model_weight, ngram_weight)
    limits = limits_of(held, z)
    result = measure({name: (s.labels, s.logits(model_weight, ngram_weight)) for name, s in dev.items()}, limits)
    weights, attacks = scoring.balanced_weights(held), held.labels == 1
    result["held out"] = {"rows": len(z), "AUC": float(roc_auc_score(held.labels, z, sample_weight=weights))}
    for percent, limit in zip((1, 5), limits):
        result["held out"][f"recall at {percent} %"] = float(np.average(z[attacks] > limit, weights=weights[attacks]))
    return result


class Embedded(scoring.Scored):
    """Scored by a linear head on the mean of the unchanged encoder."""

    def __init__(self, rows, vectors, counts, head):
        self.labels = np.array([row.label for row in rows])
        self.origins = np.array([row.origin for row in rows])
        self.counts = counts
        self.model = head.decision_function(vectors)
        self.ngram = np.zeros(len(self.model))


def frozen_baseline(mix, cutter, encoder, dev_rows):
    """A linear head on the unchanged encoder, fitted to one pass of the same mix, one window a row."""

    def embed(rows, most):
        windows = [cutter.windows(row.text, row.source)[:most] for row in rows]
        vectors = encoder.score([w.ids for some in windows for w in some])
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.array([len(some) for some in windows])

    rows = mix.passing(1)[:8000]
    vectors, counts = embed(rows, 1)
    head = LogisticRegression(C=10.0, max_iter=300).fit(vectors, np.repeat([row.label for row in rows], counts))
    scored = {name: Embedded(some, *embed(some, 8), head) for name, some in {**dev_rows, "": mix.held}.items()}
    return candidate({name: s for name, s in scored.items() if name}, scored[""], 1, 0)


def leave_one_source_out(mix, cutter, table):
    """AUC of n-gram tables that never saw the source, against the held-out harmless rows of all others."""
    rng = random.Random(1)
    rows = [(row, cutter.windows(row.text, row.source)) for row in mix.passing(1)]
    texts = [train.pick(row, windows, table, rng).text if windows else row.text for row, windows in rows]
    features = train.matrix(texts, table.bits)
    labels = np.array([row.label for row, _ in rows])
    origins = np.array([row.origin for row, _ in rows])
    harmless = [row for row in mix.held if not row.label and row.origin != "corpus"]
    result = {}
    for source in sorted({row.origin for row in mix.train if row.label} | {"jailbreak_collections"}):
        attacks = [row for row in mix.train + mix.held if row.label and row.origin == source]
        attacks = rng.sample(attacks, min(len(attacks), 500))
        keep = origins != source
        model = LogisticRegression(C=train.STRENGTH, max_iter=60).fit(features[keep], labels[keep])
        left = ngrams.Table.of(table.bits, model.intercept_[0], model.coef_[0])
        scored = scoring.Scored(attacks + harmless, cutter, left, None)
        result[source] = float(roc_auc_score(scored.labels, scored.logits(0, 1)))
        train.log("leave one source out:", source, round(result[source], 4))
    return result


def table_of(results):
    lines = ["| candidate | file | AUC | best F1 | F1 at 1 % / 5 % | recall at 1 % / 5 % | false alarms at 1 % / 5 % |",
             "|---|---|---|---|---|---|---|"]

    def two(row, name, form):
        values = [row.get(f"{name} at {p} %") for p in (1, 5)]
        return "" if None in values else " / ".join(form(v) for v in values)

    def percent(v):
        return f"{100 * v:.1f} %"

    def plain(v):
        return f"{v:.3f}"

    for name, files in results.items():
        for file, row in files.items():
            both = "false alarms at 1 %" in row and "AUC" in row
            lines.append(f"| {name} | {file} | {plain(row['AUC']) if 'AUC' in row else ''} "
                         f"| {plain(row['best F1']) if both else ''} | {two(row, 'F1', plain)} | {two(row, 'recall', percent)} "
                         f"| {two(row, 'false alarms', percent)} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--model", "--tokenizer", "--onnxruntime"):
        parser.add_argument(name, required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--only", choices=("scores", "all"), default="all")
    options = parser.parse_args()
    mix = dataset.Mix(options.data, train.HERE / "corpus")
    cutter = scoring.Cutter(options.tokenizer)
    dev_rows = dataset.dev_files(options.data)
    table = ngrams.Table.read(options.out / "ngrams.bin")
    model = train.load_model(options.out / "model.pt", minilm.read_weights(options.model))
    onnx.save(int8.graph_of(options.model, model), str(options.out / "model.onnx"))
    runtime = int8.Runtime(options.out / "model.onnx", options.onnxruntime)

    windows = [w.ids for row in mix.held[::60] for w in cutter.windows(row.text, row.source)[:2]]
    difference = np.abs(runtime.score(windows) - scoring.forward(model, windows))
    train.log(f"int8 against float on {len(windows)} windows: the logits differ by {difference.mean():.4f} in the mean, "
              f"99 % by less than {np.quantile(difference, .99):.4f}, at most by {difference.max():.4f}")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        sets = {"held": mix.held, **dev_rows}
        dev = dict(zip(sets, pool.map(lambda rows: scoring.Scored(rows, cutter, table, runtime), sets.values())))
    held = dev.pop("held")
    train.log(f"median time of a window of 90 to 96 tokens: {runtime.microseconds} microseconds")
    (options.out / "scores.pickle").write_bytes(pickle.dumps((held, dev)))
    results = {"(a) n-grams": candidate(dev, held, 0, 1), "(b) fine-tuned": candidate(dev, held, 1, 0)}
    for weight in (0.15, 0.3, 0.5, 1.0):
        results[f"(c) b + {weight} a"] = candidate(dev, held, 1, weight)
    print(table_of(results), flush=True)
    if options.only == "all":
        encoder = int8.Runtime(options.model, options.onnxruntime)
        results["frozen encoder"] = frozen_baseline(mix, cutter, encoder, dev_rows)
        print(table_of({"frozen encoder": results["frozen encoder"]}), flush=True)
        loso = leave_one_source_out(mix, cutter, table)
        (options.out / "loso.json").write_text(json.dumps(loso, indent=1))
        print(f"leave one source out: median {np.median(list(loso.values())):.4f}")
    (options.out / "results.json").write_text(json.dumps(results, indent=1))
    (options.out / "results.md").write_text(table_of(results))


if __name__ == "__main__":
    main()
