"""CLIP's byte pair encoding as SAM 3 uses it: lower case, 32 places, the end token as padding."""

from __future__ import annotations

import gzip
import html
import importlib.util
from functools import cache
from itertools import pairwise
from pathlib import Path

import regex
import torch
from torch import Tensor

from sam3_export.parts import CONTEXT

START, END = 49406, 49407
MERGES = 49152 - 256 - 2
"""CLIP reads this many lines of its file, the first (a version) left out."""
VOCABULARY = "bpe_simple_vocab_16e6.txt.gz"
VOCABULARY_SHA256 = "924691ac288e54409236115652ad4aa250f48203de50a9e4722a6ecd48d6804a"
"""OpenAI's file, as open-clip-torch 3.3.0 ships it under the MIT licence."""
PIECES = regex.compile(r"'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+", regex.IGNORECASE)


def vocabulary_file() -> Path:
    """The merges in the installed package open-clip-torch, which is not imported (it would want its own libraries).

    :raises FileNotFoundError: if the package is not installed
    """
    found = importlib.util.find_spec("open_clip")
    for folder in (found.submodule_search_locations or []) if found else []:
        if (Path(folder) / VOCABULARY).is_file():
            return Path(folder) / VOCABULARY
    raise FileNotFoundError(f"{VOCABULARY} not found: install open-clip-torch (requirements.txt)")


class Tokens:
    """Prompts -> token ids. The same words give the same ids as Meta's and transformers' tokenizers."""

    def __init__(self, vocabulary: Path) -> None:
        lines = gzip.decompress(vocabulary.read_bytes()).decode("utf-8").split("\n")[1 : MERGES + 1]
        merges = [tuple(line.split()) for line in lines]
        letters = list(_letters().values())
        words = letters + [letter + "</w>" for letter in letters] + ["".join(merge) for merge in merges]
        self._ids = {word: place for place, word in enumerate(words)}
        self._ranks = {merge: rank for rank, merge in enumerate(merges)}

    def ids(self, prompt: str) -> list[int]:
        """32 ids: start, the words, end, and the end token again as padding; too many words are cut before the end."""
        text = regex.sub(r"\s+", " ", html.unescape(html.unescape(prompt))).strip().lower()
        words = [token for piece in PIECES.findall(text) for token in self._pieces(piece)]
        kept = [START, *words[: CONTEXT - 2], END]
        return kept + [END] * (CONTEXT - len(kept))

    def batch(self, prompts: list[str]) -> Tensor:
        """int64 [N, 32]."""
        return torch.tensor([self.ids(prompt) for prompt in prompts])

    def _pieces(self, word: str) -> list[int]:
        letters = [_letters()[byte] for byte in word.encode("utf-8")]
        parts = [*letters[:-1], letters[-1] + "</w>"]
        while len(parts) > 1:
            pairs = list(pairwise(parts))
            best = min(pairs, key=lambda pair: self._ranks.get(pair, MERGES))
            if best not in self._ranks:
                break
            parts = _merged(parts, best)
        return [self._ids[part] for part in parts]


def attention_of(ids: Tensor) -> Tensor:
    """1 up to the first end token and on it, 0 behind; int64 [N, 32]."""
    before = (ids == END).long().cumsum(dim=1) - (ids == END).long()
    return (before == 0).long()


def _merged(parts: list[str], pair: tuple[str, str]) -> list[str]:
    out: list[str] = []
    place = 0
    while place < len(parts):
        joined = tuple(parts[place : place + 2]) == pair
        out.append("".join(pair) if joined else parts[place])
        place += 2 if joined else 1
    return out


@cache
def _letters() -> dict[int, str]:
    """OpenAI's table that gives each byte a printable letter."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in printable]
    return {byte: chr(byte) for byte in printable} | {byte: chr(256 + place) for place, byte in enumerate(others)}
