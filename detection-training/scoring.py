"""Texts into windows, windows into logits; the same rules as the worker's."""
import dataclasses

import numpy as np
import torch

import wordpiece
from dataset import PREFIX

MAX_TOKENS = 96
OVERLAP = 24


@dataclasses.dataclass
class Window:
    ids: list
    text: str


class Cutter:
    def __init__(self, tokenizer_json):
        self.tokenizer = wordpiece.WordPiece(tokenizer_json)
        self.prefixes = {source: self.tokenizer.tokenize(text)[0] for source, text in PREFIX.items()}

    def windows(self, text, source):
        ids, starts, ends = self.tokenizer.tokenize(text)
        prefix = self.prefixes.get(source, [])
        return [Window([wordpiece.CLS, *prefix, *ids[a:b], wordpiece.SEP], text[starts[a]:ends[b - 1]])
                for a, b in wordpiece.windows(len(ids), MAX_TOKENS - 2 - len(prefix), OVERLAP)]


def padded(sequences):
    longest = max(map(len, sequences))
    batch = np.zeros((len(sequences), longest), np.int64)
    for i, ids in enumerate(sequences):
        batch[i, :len(ids)] = ids
    return torch.from_numpy(batch)


@torch.no_grad()
def forward(model, sequences, batch=64):
    """Outputs of the model for sequences of ids, computed shortest first to spare padding. A model that is no module
    scores by itself."""
    if not isinstance(model, torch.nn.Module):
        return model.score(sequences)
    model.eval()
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
    outputs = [None] * len(sequences)
    for at in range(0, len(order), batch):
        chosen = order[at:at + batch]
        for i, value in zip(chosen, model(padded([sequences[i] for i in chosen])).numpy()):
            outputs[i] = value
    return np.array(outputs)


class Scored:
    """Logits of the two parts for every window of every row, to be put together with any weights."""

    def __init__(self, rows, cutter, table, model):
        self.labels = np.array([row.label for row in rows])
        self.origins = np.array([row.origin for row in rows])
        windows = [cutter.windows(row.text, row.source) for row in rows]
        self.counts = np.array([len(w) for w in windows])
        flat = [w for some in windows for w in some]
        self.ngram = np.array([table.logit(w.text) for w in flat])
        self.model = forward(model, [w.ids for w in flat]) if model is not None else np.zeros(len(flat))

    def logits(self, model_weight, ngram_weight):
        """The largest of each row's windows; rows without a window get the smallest logit there is."""
        z = model_weight * self.model + ngram_weight * self.ngram
        result = np.full(len(self.counts), z.min() if len(z) else 0.0)
        at = 0
        for i, count in enumerate(self.counts):
            if count:
                result[i] = z[at:at + count].max()
            at += count
        return result


def balanced_weights(scored):
    """Weights that make every source count the same within its label, and both labels the same."""
    weights = np.zeros(len(scored.labels))
    for label in (0, 1):
        origins = [o for o in np.unique(scored.origins) if ((scored.origins == o) & (scored.labels == label)).any()]
        for origin in origins:
            part = (scored.origins == origin) & (scored.labels == label)
            # The corpus holds many families, a public source one style of text.
            share = 3.0 if origin == "corpus" else 1.0
            weights[part] = share / part.sum()
        weights[scored.labels == label] /= weights[scored.labels == label].sum()
    return weights


def weighted_quantile(values, weights, q):
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][min(np.searchsorted(total, q * total[-1]), len(values) - 1)])
