"""BERT's uncased WordPiece with offsets; the same rules as the worker's WordPieceTokenizer."""
import functools
import json
import unicodedata

CLS, SEP, PAD, UNK = 101, 102, 0, 100
MAX_WORD = 100


@functools.lru_cache(maxsize=65536)
def _parts(char):
    """What one character becomes: pairs (kind, text), kind one of ' ' (space), '.' (a token of its own), 'a' (letter)."""
    if char < "\x80":
        parts = char.lower()
    else:
        category = unicodedata.category(char)
        if char == "\ufffd" or (category in ("Cc", "Cf", "Cs") and char != "\x85"):
            return ()
        parts = "".join(p.lower() for p in unicodedata.normalize("NFD", char) if unicodedata.category(p) != "Mn")
    result = []
    for part in parts:
        category = unicodedata.category(part)
        code = ord(part)
        if part in " \t\n\r\x85" or (code >= 0x80 and category in ("Zs", "Zl", "Zp")):
            result.append((" ", part))
        elif (0x20 < code < 0x7F and not part.isalnum()) or (code >= 0x80 and category[0] == "P") or _ideograph(code):
            result.append((".", part))
        elif code < 0x20 or code == 0x7F or category in ("Cc", "Cf", "Cs"):
            continue
        else:
            result.append(("a", part))
    return tuple(result)


def _ideograph(code):
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2A6DF
            or 0x2A700 <= code <= 0x2B81F or 0x2B820 <= code <= 0x2CEAF or 0xF900 <= code <= 0xFAFF
            or 0x2F800 <= code <= 0x2FA1F)


class WordPiece:
    def __init__(self, tokenizer_json):
        with open(tokenizer_json, encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        self.longest = max(map(len, self.vocabulary))
        self._cut = functools.lru_cache(maxsize=200000)(self._cut_word)

    def _cut_word(self, word):
        """Tuples (id, from, to), or None for an unknown word."""
        if len(word) > MAX_WORD:
            return None
        pieces, start = [], 0
        while start < len(word):
            end = min(len(word), start + self.longest)
            while end > start:
                piece = word[start:end] if start == 0 else "##" + word[start:end]
                if piece in self.vocabulary:
                    break
                end -= 1
            if end == start:
                return None
            pieces.append((self.vocabulary[piece], start, end))
            start = end
        return tuple(pieces)

    def tokenize(self, text):
        """Lists of ids, start offsets, end offsets (in characters of the text)."""
        ids, starts, ends = [], [], []
        word, places = [], []

        def end_word():
            if word:
                pieces = self._cut("".join(word))
                if pieces is None:
                    pieces = ((UNK, 0, len(word)),)
                for piece, a, b in pieces:
                    ids.append(piece)
                    starts.append(places[a])
                    ends.append(places[b - 1] + 1)
                word.clear()
                places.clear()

        for at, char in enumerate(text):
            for kind, part in _parts(char):
                if kind == "a":
                    word.append(part)
                    places.append(at)
                else:
                    end_word()
                    if kind == ".":
                        word.append(part)
                        places.append(at)
                        end_word()
        end_word()
        return ids, starts, ends


def windows(count, content, overlap):
    """Ranges of pieces: one, or overlapping ones of full length whose last ends with the text."""
    if count == 0:
        return []
    if count <= content:
        return [(0, count)]
    step = content - overlap
    ranges = [(start, start + content) for start in range(0, count - content, step)]
    ranges.append((count - content, count))
    return ranges
