"""Runs the saved files and transformers side by side. A package that says anything else is not written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import torch
from torch import Tensor
from transformers import Sam3Model

from sam3_export.asking import Exemplars, Module, Question, ask_package, ask_transformers, see
from sam3_export.comparison import Limits, differences
from sam3_export.golden import Golden
from sam3_export.parts import Features, Found
from sam3_export.tokens import Tokens

BUCKETS = [1, 2, 4, 8, 16]
"""Batch sizes in which the worker asks; it fills the rest of a batch with a prompt that nobody reads."""
BETWEEN = 3
"""A number of concepts that is no bucket."""
PROMPTS = [
    *("wall", "floor", "ceiling", "window frame", "door", "kitchen cabinet", "sofa", "lamp"),
    *("curtains", "table", "logo", "product label", "tile", "carpet", "shelf", "plant"),
]
EXEMPLARS = [
    Exemplars([[0.5, 0.5, 0.4, 0.4]], [1]),
    Exemplars([[0.1, 0.1, 0.2, 0.2], [0.8, 0.75, 0.4, 0.5], [0.52, 0.31, 0.004, 0.004]], [1, 0, 1]),
    Exemplars([[0.5, 0.5, 1.0, 1.0]], [0]),
]
"""One box; three with one across the border and one smaller than a cell; the whole picture as a counterexample."""


class Differs(Exception):
    """The traced files do not say what transformers says; the message tells where and by how much."""


@torch.no_grad()
def check(modules: dict[str, Module], net: Sam3Model, goldens: list[Golden], tokens: Tokens, limits: Limits) -> None:
    """Compares all buckets, one padded batch, exemplars, and the golden cases.

    :raises Differs: with every difference beyond the limits
    """
    wrong: list[str] = []
    picture = goldens[0].question.picture.to(net.device)
    seen_by_package, seen_by_net = Features(*modules["vision"](picture)), see(net, picture)
    for name, question, asked in _questions(picture, tokens):
        found = _first(ask_package(modules, question.on(net.device), seen_by_package), asked)
        truth = ask_transformers(net, _only(question, asked).on(net.device), seen_by_net)
        wrong += [f"{name}: {difference}" for difference in differences(found, truth, limits)]
    for golden in goldens:
        found = ask_package(modules, golden.question.on(net.device))
        wrong += [f"golden {golden.case.name}: {said}" for said in differences(found, golden.truth, limits)]
    if wrong:
        raise Differs("the traced files differ from transformers:\n  " + "\n  ".join(wrong))


def _questions(picture: Tensor, tokens: Tokens) -> Iterator[tuple[str, Question, int]]:
    """What is asked, and how many of its concepts count."""
    ids = tokens.batch(PROMPTS)
    for bucket in BUCKETS:
        yield f"{bucket} concepts", Question(picture, ids[:bucket], [None] * bucket), bucket
        shown = [EXEMPLARS[place % 3] if place % 2 == 0 else None for place in range(bucket)]
        yield f"{bucket} concepts with exemplars", Question(picture, ids[:bucket], shown), bucket
    bucket = next(size for size in BUCKETS if size > BETWEEN)
    filled = torch.cat([ids[:BETWEEN], ids[:1].expand(bucket - BETWEEN, -1)])
    yield f"{BETWEEN} concepts in a batch of {bucket}", Question(picture, filled, [None] * bucket), BETWEEN


def _only(question: Question, asked: int) -> Question:
    return replace(question, ids=question.ids[:asked], exemplars=question.exemplars[:asked])


def _first(found: Found, asked: int) -> Found:
    return Found(*(part[:asked] for part in found))
