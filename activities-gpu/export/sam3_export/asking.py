"""One question, asked of the package's files and of transformers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import NamedTuple

import torch
import torchvision
from torch import Tensor
from transformers import Sam3Model

from sam3_export.parts import (
    PADDING_LABEL,
    Features,
    Found,
    as_bytes,
    dtype_of,
    for_all,
    instances_of,
    pixels,
)
from sam3_export.roi import roi_align
from sam3_export.tokens import attention_of

PARTS = ("vision", "text", "geometry", "decoder")
Module = Callable[..., object]


@dataclass(frozen=True)
class Exemplars:
    """Boxes of one concept, cx cy w h in 0..1 of the photo, and per box 1 (such things) or 0 (not such things)."""

    boxes: list[list[float]]
    labels: list[int]


@dataclass(frozen=True)
class Question:
    """A fitted picture uint8 [S, S, 3], token ids int64 [N, 32] and, per concept, exemplars or none."""

    picture: Tensor
    ids: Tensor
    exemplars: list[Exemplars | None]

    def on(self, device: torch.device | str) -> Question:
        """The same question with its tensors on a device."""
        return Question(self.picture.to(device), self.ids.to(device), self.exemplars)


class Raw(NamedTuple):
    """What transformers says of N concepts before anything is chosen: float32, masks and semantic as logits."""

    scores: Tensor
    boxes: Tensor
    masks: Tensor
    semantic: Tensor
    presence: Tensor


@torch.no_grad()
def ask_package(modules: dict[str, Module], question: Question, seen: Features | None = None) -> Found:
    """Runs the four modules as the worker does; the geometry only when a concept brings exemplars.

    With ``seen``, the vision's answer to the same picture, that is not asked again.
    """
    features = seen or modules["vision"](question.picture)
    attention = attention_of(question.ids)
    prompt = modules["text"](question.ids, attention)
    if any(question.exemplars):
        boxes, labels = padded(question.exemplars, question.ids.device)
        shown, shown_attention = modules["geometry"](*features, boxes, labels)
        prompt, attention = torch.cat([prompt, shown], dim=1), torch.cat([attention, shown_attention], dim=1)
    return Found(*modules["decoder"](*features, prompt, attention))


@torch.no_grad()
def ask_transformers(net: Sam3Model, question: Question, seen: Features | None = None) -> Raw:
    """Sam3Model itself: all concepts in a call without exemplars, all in a call with them, and each taken from its own.

    One call for both would append the geometry encoder's class token to the concepts without exemplars too, and their
    result would differ from that of the same concept asked alone. Both calls have the batch of the package's, because
    bfloat16 rounds otherwise in another batch. ``seen`` is :func:`see` of the same picture.
    """
    given_pixels = seen is None and len(question.exemplars) == 1
    features = seen or (None if given_pixels else see(net, question.picture))
    shown = torch.tensor([one is not None for one in question.exemplars])
    answers = []
    for with_exemplars in sorted(set(shown.tolist())):
        boxes, labels = padded(question.exemplars, question.ids.device) if with_exemplars else (None, None)
        with _own_roi_align() if dtype_of(net) == torch.bfloat16 else nullcontext():
            out = net(
                pixel_values=pixels(question.picture).to(dtype_of(net)) if given_pixels else None,
                vision_embeds=None if given_pixels else for_all(features, len(question.ids)),
                input_ids=question.ids,
                attention_mask=attention_of(question.ids),
                input_boxes=boxes.to(dtype_of(net)) if with_exemplars else None,
                input_boxes_labels=labels,
            )
        answers.append(_raw(out))
    if len(answers) == 1:
        return answers[0]
    return Raw(*(_rows(plain, other, shown) for plain, other in zip(*answers, strict=True)))


@torch.no_grad()
def see(net: Sam3Model, picture: Tensor) -> Features:
    """What Sam3Model's vision encoder makes of a picture, in the type that the network computes in."""
    seen = net.get_vision_features(pixels(picture).to(dtype_of(net)))
    return Features(*seen.fpn_hidden_states[:3], seen.fpn_position_encoding[2])


def padded(exemplars: list[Exemplars | None], device: torch.device | str) -> tuple[Tensor, Tensor]:
    """Boxes float32 [N, B, 4] and labels int64 [N, B], filled up to the longest list with zeros and -10."""
    longest = max(len(shown.labels) if shown else 0 for shown in exemplars)
    boxes = torch.zeros(len(exemplars), longest, 4)
    labels = torch.full((len(exemplars), longest), PADDING_LABEL)
    for place, shown in enumerate(exemplars):
        if shown:
            boxes[place, : len(shown.labels)] = torch.tensor(shown.boxes)
            labels[place, : len(shown.labels)] = torch.tensor(shown.labels)
    return boxes.to(device), labels.to(device)


def best(raw: Raw, net: Sam3Model) -> Found:
    """The instances that a decoder lets out, chosen from all queries."""
    scores, places = raw.scores.topk(instances_of(net), dim=1)
    rows = torch.arange(len(places))[:, None]
    masks, semantic = as_bytes(raw.masks[rows, places]), as_bytes(raw.semantic)
    return Found(scores, raw.boxes[rows, places], masks, semantic, raw.presence)


@contextmanager
def _own_roi_align() -> Iterator[None]:
    """Gives transformers this package's roi_align for a while.

    torchvision's kernel adds up in float16; a random network in bfloat16 makes 0.02 of a score out of that last bit.
    In float32, and function by function in the tests, torchvision's own is what is compared with.
    """
    theirs = torchvision.ops.roi_align
    torchvision.ops.roi_align = lambda features, boxes, bins: roi_align(
        features[:1].float(), torch.cat(list(boxes)), bins
    )
    try:
        yield
    finally:
        torchvision.ops.roi_align = theirs


def _rows(plain: Tensor, other: Tensor, shown: Tensor) -> Tensor:
    return torch.where(shown.view(-1, *[1] * (plain.dim() - 1)), other, plain)


def _raw(out: object) -> Raw:
    presence = out.presence_logits.float().sigmoid()
    scores = out.pred_logits.float().sigmoid() * presence
    masks, semantic = out.pred_masks.float(), out.semantic_seg.float().squeeze(1)
    return Raw(scores.cpu(), out.pred_boxes.float().cpu(), masks.cpu(), semantic.cpu(), presence.squeeze(1).cpu())
