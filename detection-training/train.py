"""Trains the two parts of branch C.

    train.py linear   --data DIR --model all-minilm-l6-v2-q.onnx --tokenizer tokenizer.json --out DIR
    train.py finetune (the same, after linear) [--steps N] [--layers N] [--frozen N]

`linear` writes ngrams.bin, `finetune` model.pt (and again every 200 steps, so that a stopped run leaves something).
"""
import argparse
import collections
import pathlib
import random
import time

import numpy as np
import torch
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

import dataset
import minilm
import ngrams
import scoring

HERE = pathlib.Path(__file__).parent
BITS = 18
STRENGTH = 8.0  # inverse of the L2 penalty


def log(*words):
    print(time.strftime("%H:%M:%S"), *words, flush=True)


def matrix(texts, bits):
    found = [ngrams.buckets(text, bits) for text in texts]
    lengths = np.array([len(f) for f in found])
    values = np.repeat(1 / np.sqrt(np.maximum(lengths, 1)), lengths).astype(np.float32)
    pointers = np.concatenate([[0], np.cumsum(lengths)])
    return sparse.csr_matrix((values, np.concatenate(found).astype(np.int64), pointers), shape=(len(texts), 1 << bits))


def fit_table(texts, labels, bits):
    model = LogisticRegression(C=STRENGTH, max_iter=80)
    model.fit(matrix(texts, bits), labels)
    return ngrams.Table.of(bits, model.intercept_[0], model.coef_[0])


def pick(row, windows, table, rng):
    """The window to learn from: of an attack the one that most probably holds it, of a harmless text often the one that
    looks most like an attack."""
    if len(windows) == 1:
        return windows[0]
    order = sorted(windows, key=lambda w: -table.logit(w.text))
    if row.label:
        return order[0] if rng.random() < 0.75 else order[1]
    return order[0] if rng.random() < 0.5 else rng.choice(windows)


def linear_table(rows, cutter, bits=BITS):
    """Fitted on whole texts first, then on the windows that this first table picks."""
    labels = [row.label for row in rows]
    first = fit_table([row.text for row in rows], labels, bits)
    rng = random.Random(1)
    texts = []
    for row in rows:
        windows = cutter.windows(row.text, row.source)
        texts.append(pick(row, windows, first, rng).text if windows else row.text)
    return fit_table(texts, labels, bits)


def linear(mix, cutter, out):
    rows = mix.passing(1) + mix.passing(2, constraints=0.25)
    log(f"linear: {len(rows)} rows, {sum(r.label for r in rows)} attacks; dropped: {mix.dropped}")
    table = linear_table(rows, cutter)
    table.write(out / "ngrams.bin")
    held = scoring.Scored(mix.held, cutter, table, None)
    log("linear: held-out AUC", round(roc_auc_score(held.labels, held.logits(0, 1),
                                                   sample_weight=scoring.balanced_weights(held)), 4))


def batches(mix, cutter, table, size, seed, constraints):
    """Endless batches of rows of similar length."""
    number = seed - 7  # the first seed begins with pass 1
    while True:
        number += 1
        rng = random.Random(seed * 1000 + number)
        items = []
        for row in mix.passing(number, constraints=constraints):
            windows = cutter.windows(row.text, row.source)
            if windows:
                items.append((pick(row, windows, table, rng).ids, row.label))
        log(f"pass {number}: {len(items)} rows, mean length {np.mean([len(i) for i, _ in items]):.0f} tokens")
        rng.shuffle(items)
        chunks = []
        for at in range(0, len(items), size * 40):
            part = sorted(items[at:at + size * 40], key=lambda item: len(item[0]))
            chunks += [part[i:i + size] for i in range(0, len(part), size)]
        rng.shuffle(chunks)
        yield from (chunk for chunk in chunks if len(chunk) > size // 2)


def finetune(mix, cutter, table, weights, out, options):
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    model = minilm.Classifier(weights, options.layers, options.frozen)
    if options.start:
        model.load_state_dict(torch.load(options.start)["state"])
    groups = [{"params": model.head.parameters(), "lr": options.head_rate, "weight_decay": 0.0}]
    for i, layer in enumerate(model.encoder.layers):
        if i >= options.frozen:
            groups.append({"params": layer.parameters(), "lr": options.rate * 0.85 ** (options.layers - 1 - i),
                           "weight_decay": 0.01})
    optimizer = torch.optim.AdamW(groups)
    begin, seen, done = time.time(), 0, 0.0
    rates = [group["lr"] for group in optimizer.param_groups]
    trained = {name: p for name, p in model.named_parameters() if p.requires_grad}
    average = {name: p.detach().clone() for name, p in trained.items()}
    sample = random.Random(0).sample([row for row in mix.held if len(row.text) < 400], 250)
    losses = collections.deque(maxlen=100)
    for step, chunk in enumerate(batches(mix, cutter, table, options.batch, options.seed, options.constraints)):
        if step == min(options.steps, options.stop) or done >= 1:
            break
        model.train()
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * min((step + 1) / min(70, options.steps / 10), max(0.02, 1.05 - done))
        labels = torch.tensor([float(label) for _, label in chunk])
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bfloat16):
            logits = model(scoring.padded([ids for ids, _ in chunk])).float()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels * 0.97 + 0.015)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained.values(), 1.0)
        optimizer.step()
        done = max((step + 1) / options.steps, (time.time() - begin) / 60 / options.minutes)
        decay = min(0.995, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, p in trained.items():
                average[name].mul_(decay).add_(p, alpha=1 - decay)
        losses.append(float(loss))
        seen += len(chunk)
        if step % 50 == 49:
            log(f"step {step + 1}/{options.steps} loss {np.mean(losses):.4f} rows/s {seen / (time.time() - begin):.1f} done {done:.2f}")
        if step % 200 == 199 or done >= 1:
            save(model, average, out, options, step + 1)
            report(model, average, sample, cutter, table)


def save(model, average, out, options, step):
    state = model.state_dict()
    state.update(average)
    torch.save({"state": state, "layers": options.layers, "frozen": options.frozen, "step": step}, out / "model.part")
    (out / "model.part").replace(out / "model.pt")


def report(model, average, sample, cutter, table):
    """Progress only: AUC of the averaged weights on a few held-out rows."""
    own = {name: p.detach().clone() for name, p in model.named_parameters() if name in average}
    model.load_state_dict(average, strict=False)
    held = scoring.Scored(sample, cutter, table, model)
    model.load_state_dict(own, strict=False)
    log("held-out sample: AUC", round(roc_auc_score(held.labels, held.logits(1, 0)), 4))


def load_model(path, weights):
    saved = torch.load(path)
    model = minilm.Classifier(weights, saved["layers"], saved["frozen"])
    model.load_state_dict(saved["state"])
    model.eval()
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("linear", "finetune"))
    parser.add_argument("--data", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=2200)
    parser.add_argument("--stop", type=int, default=10 ** 9, help="ends after this step, before the rates have come down")
    parser.add_argument("--minutes", type=float, default=1e9, help="ends earlier when this much time has passed")
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--frozen", type=int, default=1)
    parser.add_argument("--start", type=pathlib.Path, help="go on from these weights")
    parser.add_argument("--constraints", type=float, default=0.0, help="share of prompts that gain wishes about the answer's form")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    mix = dataset.Mix(options.data, HERE / "corpus")
    cutter = scoring.Cutter(options.tokenizer)
    if options.part == "linear":
        linear(mix, cutter, options.out)
    else:
        finetune(mix, cutter, ngrams.Table.read(options.out / "ngrams.bin"), minilm.read_weights(options.model),
                 options.out, options)


if __name__ == "__main__":
    main()
