"""all-MiniLM-L6-v2 in PyTorch, from the int8 ONNX file that the worker ships, cut to its lower layers, with a head.

The embeddings and frozen layers then hold exactly the numbers that they hold at run time.
"""
import math

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

HIDDEN, HEADS = 384, 12
MATRICES = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
            "intermediate.dense", "output.dense")
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")


def read_weights(path):
    """Names as in Hugging Face's BertModel, to float arrays; matrices are [in, out]."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    weights = {name: array for name, array in arrays.items() if name.endswith((".bias", "LayerNorm.weight"))}
    for name in ("word", "token_type", "position"):
        stem = f"embeddings.{name}_embeddings.weight"
        zero = int(arrays[stem + "_zero_point"])
        weights[stem] = (arrays[stem + "_quantized"].astype(np.float32) - zero) * arrays[stem + "_scale"]
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            stem = node.input[1][:-len("_quantized")]
            name = node.name[1:].removesuffix("/MatMul_quant").replace("/", ".") + ".weight"
            weights[name] = arrays[stem + "_quantized"].astype(np.float32) * arrays[stem + "_scale"]
    return weights


class Layer(nn.Module):
    def __init__(self, weights, prefix, dropout):
        super().__init__()
        for name in MATRICES:
            matrix = torch.from_numpy(weights[f"{prefix}.{name}.weight"].T.copy())
            linear = nn.Linear(matrix.shape[1], matrix.shape[0])
            linear.weight.data = matrix
            linear.bias.data = torch.from_numpy(weights[f"{prefix}.{name}.bias"].copy())
            self.add_module(name.replace(".", "_"), linear)
        for name in NORMS:
            norm = nn.LayerNorm(HIDDEN, eps=1e-12)
            norm.weight.data = torch.from_numpy(weights[f"{prefix}.{name}.weight"].copy())
            norm.bias.data = torch.from_numpy(weights[f"{prefix}.{name}.bias"].copy())
            self.add_module(name.replace(".", "_"), norm)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, length, _ = x.shape

        def heads(linear):
            return linear(x).view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        scores = heads(self.attention_self_query) @ heads(self.attention_self_key).transpose(2, 3)
        scores = scores / math.sqrt(HIDDEN // HEADS) + mask[:, None, None, :]
        mixed = torch.softmax(scores, -1) @ heads(self.attention_self_value)
        mixed = self.attention_output_dense(mixed.transpose(1, 2).reshape(batch, length, HIDDEN))
        x = self.attention_output_LayerNorm(x + self.dropout(mixed))
        inner = nn.functional.gelu(self.intermediate_dense(x))
        return self.output_LayerNorm(x + self.dropout(self.output_dense(inner)))


class MiniLm(nn.Module):
    """Ids (0 = padding) to hidden states."""

    def __init__(self, weights, layers, dropout=0.0):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(weights["embeddings.word_embeddings.weight"]))
        position = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        self.positions = nn.Embedding.from_pretrained(torch.from_numpy(position.astype(np.float32)))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.norm.weight.data = torch.from_numpy(weights["embeddings.LayerNorm.weight"].copy())
        self.norm.bias.data = torch.from_numpy(weights["embeddings.LayerNorm.bias"].copy())
        self.norm.requires_grad_(False)
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{i}", dropout) for i in range(layers))

    def forward(self, ids):
        mask = (ids == 0).float() * -1e9
        with torch.no_grad():
            x = self.norm(self.words(ids) + self.positions.weight[:ids.shape[1]])
        for layer in self.layers:
            with torch.set_grad_enabled(torch.is_grad_enabled() and layer.output_dense.weight.requires_grad):
                x = layer(x, mask)
        return x


def mean_pool(x, ids):
    keep = (ids != 0).float()[:, :, None]
    return (x * keep).sum(1) / keep.sum(1)


class Classifier(nn.Module):
    """Logit of "attack" from the mean and the maximum of the hidden states: the mean tells the subject, the maximum
    lets one sentence in a long window speak."""

    def __init__(self, weights, layers, frozen):
        super().__init__()
        self.encoder = MiniLm(weights, layers)
        for layer in self.encoder.layers[:frozen]:
            layer.requires_grad_(False)
            layer.dropout.p = 0.0
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(2 * HIDDEN, 1)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids):
        x = self.encoder(ids)
        largest = (x + (ids == 0).float()[:, :, None] * -1e4).max(1).values
        return self.head(self.dropout(torch.cat([mean_pool(x, ids), largest], 1))).squeeze(1)
