"""Hashed n-grams of words and characters, exactly as the worker computes them."""
import functools
import struct
import unicodedata

import numpy as np

PRIME = np.uint32(16777619)
BASIS = 2166136261
MAGIC = 0x56474E31
SPACES = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"}


@functools.lru_cache(maxsize=65536)
def _fold(char):
    if "\x20" < char < "\x7f":
        return char.lower()
    if char <= "\xa0" or unicodedata.category(char) in SPACES:
        return " "
    parts = "".join(p.lower() for p in unicodedata.normalize("NFD", char) if unicodedata.category(p) != "Mn")
    return parts.replace("\u0142", "l")


def normalise(text):
    folded = "".join(map(_fold, text))
    words = [word for word in folded.split(" ") if word]
    return " " + " ".join(words) + " " if words else " "


@functools.lru_cache(maxsize=65536)
def _of_word(char):
    return unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd")


@functools.lru_cache(maxsize=262144)
def _word_hash(word):
    hashed = BASIS
    for unit in np.frombuffer(word.encode("utf-16-le"), dtype="<u2"):
        hashed = ((hashed ^ int(unit)) * 16777619) & 0xFFFFFFFF
    return hashed


def words(normal):
    result, start = [], None
    for at, char in enumerate(normal):
        if _of_word(char):
            start = at if start is None else start
        elif start is not None:
            result.append(normal[start:at])
            start = None
    if start is not None:
        result.append(normal[start:])
    return result


def _rolling(values, n, seed):
    count = len(values) - n + 1
    if count <= 0:
        return np.empty(0, np.uint32)
    hashed = np.full(count, seed, np.uint32)
    for i in range(n):
        hashed = (hashed ^ values[i:i + count]) * PRIME
    return hashed


def buckets(text, bits):
    """The distinct buckets of a text, ascending."""
    normal = normalise(text)
    units = np.frombuffer(normal.encode("utf-16-le", "surrogatepass"), dtype="<u2").astype(np.uint32)
    parts = [_rolling(units, n, BASIS ^ n) for n in (3, 4, 5)]
    hashes = np.array([_word_hash(word) for word in words(normal)], dtype=np.uint32)
    parts += [_rolling(hashes, n, BASIS ^ (16 + n)) for n in (1, 2, 3)]
    hashed = np.concatenate(parts)
    return np.unique((hashed ^ (hashed >> np.uint32(bits))) & np.uint32((1 << bits) - 1))


class Table:
    """A linear model over buckets in one byte each."""

    def __init__(self, bits, bias, scale, weights):
        self.bits, self.bias, self.scale, self.weights = bits, bias, scale, weights

    @staticmethod
    def of(bits, bias, weights):
        # A few outliers would take the resolution from all others.
        limit = max(float(np.quantile(np.abs(weights[weights != 0]), 0.9995)), 1e-9)
        scale = limit / 127
        return Table(bits, float(np.float32(bias)), float(np.float32(scale)),
                     np.clip(np.round(weights / scale), -127, 127).astype(np.int8))

    def logit(self, text):
        found = buckets(text, self.bits)
        if len(found) == 0:
            return self.bias
        return self.bias + self.scale * float(self.weights[found].astype(np.int64).sum()) / float(np.sqrt(len(found)))

    def write(self, path):
        with open(path, "wb") as file:
            file.write(struct.pack("<iiff", MAGIC, self.bits, self.bias, self.scale))
            file.write(self.weights.tobytes())

    @staticmethod
    def read(path):
        with open(path, "rb") as file:
            magic, bits, bias, scale = struct.unpack("<iiff", file.read(16))
            if magic != MAGIC:
                raise ValueError("not an n-gram table")
            return Table(bits, bias, scale, np.frombuffer(file.read(), np.int8))
