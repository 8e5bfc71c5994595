"""Turns seeds with [[a|b|c]] alternatives into texts, and rewrites some as a hurried or evasive writer would."""
import random
import re

from corpus import ALTERNATIVES


def expansion(seed, rng):
    """One reading of the seed."""
    return ALTERNATIVES.sub(lambda group: rng.choice(group.group(1).split("|")), seed)


def expansions(seed, rng, limit=2):
    """At most `limit` different readings, so that rows with many alternatives do not crowd out the others."""
    found = []
    for _ in range(4 * limit):
        text = expansion(seed, rng)
        if text not in found:
            found.append(text)
        if len(found) == limit:
            break
    return found


LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7"}
KEYS = "qwertyuiopasdfghjklzxcvbnm"


def _each_word(text, rng, share, change):
    return re.sub(r"\w{4,}", lambda m: change(m.group()) if rng.random() < share else m.group(), text)


def _drop(text, rng):
    def change(word):
        at = rng.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1:]
    return _each_word(text, rng, 0.35, change)


def _swap(text, rng):
    def change(word):
        at = rng.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    return _each_word(text, rng, 0.35, change)


def _double(text, rng):
    def change(word):
        at = rng.randrange(len(word))
        return word[:at] + word[at] * rng.choice((2, 3)) + word[at + 1:]
    return _each_word(text, rng, 0.35, change)


def _mistype(text, rng):
    def change(word):
        at = rng.randrange(len(word))
        return word[:at] + rng.choice(KEYS) + word[at + 1:]
    return _each_word(text, rng, 0.3, change)


def _leet(text, rng):
    return _each_word(text, rng, 0.5, lambda w: "".join(
        LEET.get(c.lower(), c) if rng.random() < 0.6 else c for c in w))


def _split(text, rng):
    mark = rng.choice((" ", "-", ".", "_", "*"))
    def change(word):
        at = rng.randrange(1, len(word))
        return word[:at] + mark + word[at:]
    return _each_word(text, rng, 0.4, change)


def _space(text, rng):
    mark = rng.choice((" ", "-", "."))
    return _each_word(text, rng, 0.3, mark.join)


def _join(text, rng):
    return re.sub(r" ", lambda m: "" if rng.random() < 0.3 else " ", text)


def _bare(text, rng):
    return re.sub(r"[^\w\s]", "", text)


def _vowels(text, rng):
    return _each_word(text, rng, 0.25, lambda w: w[0] + re.sub("[aeiou]", "", w[1:]))


TRANSFORMS = (_drop, _swap, _double, _mistype, _leet, _split, _space, _join, _bare, _vowels)


def transform(text, rng):
    """One character-level rewriting, of those that the worker's canonicalisation undoes in part at best."""
    return rng.choice(TRANSFORMS)(text, rng)
