"""Measures the candidates on the folder `dev` (never trained on) and the held-out rows.

    evaluate.py --data DIR --model all-minilm-l6-v2-q.onnx --tokenizer tokenizer.json --out DIR [--loso] [--frozen]

Writes results.json and results.md to the out folder. `--loso` adds leave-one-source-out for the n-gram table, `--frozen` the
baseline of a linear head on the unchanged encoder.
"""
import argparse
import json
import pathlib

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score

import dataset
import minilm
import ngrams
import scoring
import train

HARMLESS = ("xstest_safe", "ifeval")


def recall_at(benign, attacks, rate):
    """Recall at the threshold that lets `rate` of these harmless rows be false alarms."""
    threshold = np.quantile(benign, 1 - rate, method="higher")
    return float((attacks > threshold).mean())


def measure(sets, thresholds):
    """`sets`: name to (labels, logits); `thresholds`: the logits of 1 % and of 5 % false alarms on held-out rows."""
    one, five = thresholds
    result = {}
    benign = np.concatenate([z[y == 0] for y, z in sets.values()])
    for name, (y, z) in sets.items():
        row = {"rows": len(y)}
        if (y == 0).any():
            row["false alarms at 1 %"] = float((z[y == 0] > one).mean())
            row["false alarms at 5 %"] = float((z[y == 0] > five).mean())
        if (y == 1).any():
            row["recall at 1 %"] = float((z[y == 1] > one).mean())
            row["recall at 5 %"] = float((z[y == 1] > five).mean())
            against = z[y == 0] if (y == 0).any() else benign
            labels = np.concatenate([np.ones((y == 1).sum()), np.zeros(len(against))])
            row["AUC"] = float(roc_auc_score(labels, np.concatenate([z[y == 1], against])))
            row["recall at own 1 %"] = recall_at(against, z[y == 1], 0.01)
            row["recall at own 5 %"] = recall_at(against, z[y == 1], 0.05)
        if (y == 0).any() and (y == 1).any():
            row["F1 at 1 %"] = float(f1_score(y, z > one))
            row["F1 at 5 %"] = float(f1_score(y, z > five))
        result[name] = row
    y = np.concatenate([y for y, _ in sets.values()])
    z = np.concatenate([z for _, z in sets.values()])
    if (y == 1).any() and (y == 0).any():
        result["pooled"] = {"rows": len(y), "AUC": float(roc_auc_score(y, z)),
                            "recall at own 1 %": recall_at(z[y == 0], z[y == 1], 0.01),
                            "recall at own 5 %": recall_at(z[y == 0], z[y == 1], 0.05),
                            "recall at 1 %": float((z[y == 1] > one).mean()),
                            "false alarms at 1 %": float((z[y == 0] > one).mean()),
                            "recall at 5 %": float((z[y == 1] > five).mean()),
                            "false alarms at 5 %": float((z[y == 0] > five).mean())}
    return result


def thresholds(held_scored, logits):
    benign = held_scored.labels == 0
    weights = scoring.balanced_weights(held_scored)
    return tuple(scoring.weighted_quantile(logits[benign], weights[benign], 1 - rate) for rate in (0.01, 0.05))


def candidate(dev, held, model_weight, ngram_weight):
    z = held.logits(model_weight, ngram_weight)
    limits = thresholds(held, z)
    result = measure({name: (s.labels, s.logits(model_weight, ngram_weight)) for name, s in dev.items()}, limits)
    weights = scoring.balanced_weights(held)
    result["held out"] = {
        "rows": len(z), "AUC": float(roc_auc_score(held.labels, z, sample_weight=weights)),
        "recall at 1 %": float(np.average(z[held.labels == 1] > limits[0], weights=weights[held.labels == 1])),
        "recall at 5 %": float(np.average(z[held.labels == 1] > limits[1], weights=weights[held.labels == 1]))}
    return result


def frozen_baseline(mix, cutter, weights, dev_rows):
    """A linear head on the mean of the unchanged encoder's six layers, trained on one pass of the same mix."""
    encoder = minilm.MiniLm(weights, 6)

    class Pooled(torch.nn.Module):
        def forward(self, ids):
            return torch.nn.functional.normalize(minilm.mean_pool(encoder(ids), ids), dim=1)

    pooled = Pooled()
    encoder.eval()

    def embed(rows):
        windows = [cutter.windows(row.text, row.source) for row in rows]
        flat = scoring.forward(pooled, [w.ids for some in windows for w in some])
        return np.array([len(some) for some in windows]), flat

    rows = [row for row in mix.passing(1)[:12000] if row.text.strip()]
    counts, vectors = embed([dataset.dataclasses.replace(row, text=row.text[:600]) for row in rows])
    labels = np.repeat([row.label for row in rows], counts)
    head = LogisticRegression(C=10.0, max_iter=300).fit(vectors, labels)

    class Fixed(scoring.Scored):
        def __init__(self, some):
            self.labels = np.array([row.label for row in some])
            self.origins = np.array([row.origin for row in some])
            self.counts, found = embed(some)
            self.model = head.decision_function(found)
            self.ngram = np.zeros(len(self.model))

    held = Fixed(mix.held[::2])
    return candidate({name: Fixed(some) for name, some in dev_rows.items()}, held, 1, 0)


def leave_one_source_out(mix, cutter):
    """AUC of an n-gram table that never saw the source, against held-out harmless rows of all others."""
    result = {}
    benign = [row for row in mix.held if not row.label]
    for source in sorted({row.origin for row in mix.train if row.label} - {"corpus"}):
        attacks = [row for row in mix.train + mix.held if row.label and row.origin == source][:800]
        if len(attacks) < 20:
            continue
        table = train.linear_table(mix.passing(1, without={source}), cutter)
        scored = scoring.Scored(attacks + benign, cutter, table, None)
        result[source] = float(roc_auc_score(scored.labels, scored.logits(0, 1)))
        train.log("leave one source out:", source, round(result[source], 4))
    return result


def table_of(results):
    lines = ["| candidate | file | AUC | F1 at 1 % / 5 % | recall at 1 % / 5 % | false alarms at 1 % / 5 % |",
             "|---|---|---|---|---|---|"]

    def two(row, name, percent=True):
        values = [row.get(f"{name} at {p} %") for p in (1, 5)]
        if None in values:
            return ""
        return " / ".join(f"{100 * v:.1f} %" if percent else f"{v:.3f}" for v in values)

    for name, files in results.items():
        for file, row in files.items():
            auc = f"{row['AUC']:.3f}" if "AUC" in row else ""
            lines.append(f"| {name} | {file} | {auc} | {two(row, 'F1', False)} | {two(row, 'recall')} "
                         f"| {two(row, 'false alarms')} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--model", "--tokenizer"):
        parser.add_argument(name, required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--ngram-weight", type=float, default=None)
    parser.add_argument("--loso", action="store_true")
    parser.add_argument("--frozen", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(2)
    mix = dataset.Mix(options.data, train.HERE / "corpus")
    cutter = scoring.Cutter(options.tokenizer)
    dev_rows = dataset.dev_files(options.data)
    table = ngrams.Table.read(options.out / "ngrams.bin")
    path = options.out / "results.json"
    results = json.loads(path.read_text()) if path.exists() else {}
    weights = minilm.read_weights(options.model)
    model = train.load_model(options.out / "model.pt", weights) if (options.out / "model.pt").exists() else None
    dev = {name: scoring.Scored(rows, cutter, table, model) for name, rows in dev_rows.items()}
    held = scoring.Scored(mix.held, cutter, table, model)
    results["(a) n-grams"] = candidate(dev, held, 0, 1)
    if model is not None:
        results["(b) fine-tuned"] = candidate(dev, held, 1, 0)
        for weight in (0.25, 0.5, 1.0):
            results[f"(c) b + {weight} a"] = candidate(dev, held, 1, weight)
    if options.frozen:
        results["frozen encoder"] = frozen_baseline(mix, cutter, weights, dev_rows)
    path.write_text(json.dumps(results, indent=1))
    text = table_of(results)
    if options.loso:
        loso = leave_one_source_out(mix, cutter)
        (options.out / "loso.json").write_text(json.dumps(loso, indent=1))
        text += "\n" + json.dumps(loso) + f"\nmedian {np.median(list(loso.values())):.4f}\n"
    (options.out / "results.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
