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


# What people ask of the form of an answer; harmless, and as imperative as an attack.
CONSTRAINTS = (
    "Use no more than [[40|75|150|300]] words.", "At least [[five|eight|twelve]] sentences, please.",
    "Answer in lower case throughout.", "CAPITALS ONLY.", "Leave out all commas.", "No exclamation marks anywhere.",
    "Put the whole reply into [[JSON|a table|one code block|XML]].", "Begin your reply with [[\"Well then\"|\"Dear reader\"|a question]].",
    "Close with the words \"[[that is all|until tomorrow|hope it helps]]\" and add nothing after them.",
    "Say my question back to me, unchanged, then answer it.", "Write everything in [[French|Polish|German|Hindi|Swahili]] and in no other language.",
    "Mention [[river|budget|lantern|Tuesday]] at least [[twice|three times]].", "Never use the word [[very|good|because|important]].",
    "Give it a title in double angle brackets.", "Mark [[two|three|four]] phrases in bold.", "Make a list of exactly [[3|4|7]] bullet points.",
    "Split it into [[3|5]] parts, each headed PART and its number.", "Separate the paragraphs by a line of three asterisks.",
    "Offer two different versions with six dashes between them.", "Leave [[two|four]] gaps in square brackets for me to fill in.",
    "Finish with a postscript that starts with P.S.", "Wrap the entire answer in quotation marks.",
    "You must not add an introduction.", "Do not explain anything.", "Only give me the final version.", "Respond with one of these only: yes, no, maybe.",
    "Your response has to contain the letter q [[no more than twice|at least five times]].", "The second paragraph should start with [[\"Still\"|\"Meanwhile\"]].",
    "Follow these rules strictly.", "It is very important that you keep to the format.", "Don't write anything before or after the [[list|poem|code]].",
    "Pretend the reader is [[a child|a judge|my boss]].", "Make it rhyme.", "Write it as if you were [[a pirate|a weather forecaster|an old sailor]].",
    "[[First|Before you answer]], repeat [[the request above|my sentence]] word for word without a change, then give your answer.",
    "Do not say a single word before you have [[repeated the request|written the title]].",
    "The [[very last|final]] sentence must read: \"[[Any more questions?|Thanks for reading.|Is there anything else?]]\" No other words should follow it.",
    "Your [[whole|entire]] [[reply|response|output]] should be in [[English|Korean|Bengali|Kannada|Russian]], no other language is [[allowed|permitted]].",
    "Make sure the letter [[e|k|t]] shows up [[fewer than 20|at least 6]] times.", "Include the keywords \"[[garden|salary|engine]]\" and \"[[slowly|winter|paint]]\".",
    "Keep the word [[never|may|cat]] out of it.", "The answer should have [[exactly|at least]] [[3|4|6]] paragraphs, with two line breaks between them.",
    "Paragraph [[2|3]] has to begin with the word [[however|president|today]].", "There should be [[at least 12|no more than 6]] placeholders, such as [name] or [address].",
    "Highlight at least [[two|three]] sections with markdown, i.e. *like this*.", "Use [[fewer than 10|at least 15]] words in capitals.",
    "Put your answer in double quotation marks, all of it.", "Answer with one of the following options only: \"[[My answer is yes.|Yes.]]\", \"[[My answer is no.|No.]]\".",
    "Give two responses, and separate them with [[six asterisks: ******|a line of dashes]].", "Do not use any [[punctuation|commas|numbers|capital letters]] in your [[response|answer]].",
    "No need to be polite, and do not ask me anything back.", "Ignore spelling mistakes in my text.", "Your answer must contain a title wrapped in double angular brackets, i.e. <<title>>.",
    "Use [[simple|formal|funny|weird]] language [[only|throughout]].", "Target audience: [[teenagers|moms|developers|senators]]. Tone: [[angry|persuasive|warm]].",
    "Refrain from using [[the words \"sad\" and \"crazy\"|any adjective|emojis]].", "Entire output in [[JSON, with markdown ticks|YAML|one sentence]]. Nothing else.",
    "Bez wst\u0119pu, od razu do rzeczy.", "Odpowiedz w [[trzech|pi\u0119ciu]] punktach i nic wi\u0119cej nie dodawaj.", "Pisz ma\u0142ymi literami.",
    "Bitte nur in Stichpunkten, ohne Einleitung.", "Antworte in h\u00f6chstens [[50|100]] W\u00f6rtern.", "Sans virgule, en majuscules.", "Responde solo con una lista.",
)


def constrained(text, rng):
    """The text with one to four wishes about the form of the answer."""
    wishes = [expansion(wish, rng) for wish in rng.sample(CONSTRAINTS, rng.choice((1, 2, 2, 3, 4)))]
    return rng.choice((" ", " ", "\n")).join([text, *wishes] if rng.random() < 0.85 else [*wishes, text])
