"""How far two answers lie apart, and what is still the same."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor

from sam3_export.asking import Raw
from sam3_export.parts import Found

INSIDE = 128
"""A byte of a mask from which a pixel is inside: 255 x sigmoid(0) lies between 127 and 128."""


@dataclass(frozen=True)
class Limits:
    """Largest difference of a score or presence, largest of a box side (0..1), smallest overlap of masks."""

    score: float
    box: float
    mask_iou: float

    def as_json(self) -> dict[str, float]:
        """As the manifest holds them."""
        return asdict(self)


FLOAT32_LIMITS = Limits(score=1e-3, box=1e-3, mask_iou=0.999)
BFLOAT16_LIMITS = Limits(score=0.01, box=0.01, mask_iou=0.99)
"""bfloat16 has 8 bits of precision; another card or another order of sums moves the last two."""


def limits_for(dtype: torch.dtype) -> Limits:
    """The limits for a network that computes in ``dtype``."""
    return FLOAT32_LIMITS if dtype == torch.float32 else BFLOAT16_LIMITS


def differences(found: Found, truth: Raw, limits: Limits) -> list[str]:
    """What differs beyond the limits, in words; empty if nothing does.

    Scores are compared in their order. Boxes and masks are compared with the query of equal score whose box is nearest:
    two instances of nearly the same score may change places. The overlap of masks is that of all instances of a concept
    together (sum of intersections by sum of unions), so that a mask of five pixels cannot fail alone.
    """
    found = Found(*(part.cpu() for part in found))
    wrong = [f"{name} is not a number" for name, part in found._asdict().items() if not _finite(part)]
    expected = truth.scores.sort(dim=1, descending=True).values[:, : found.scores.shape[1]]
    wrong += _above("score", (found.scores - expected).abs(), limits.score)
    wrong += _above("presence", (found.presence - truth.presence).abs(), limits.score)
    for concept in range(len(found.scores)):
        queries, distance = _partners(found, truth, concept, limits.score)
        wrong += _above(f"box of concept {concept}", distance, limits.box)
        masks = found.masks[concept] >= INSIDE
        wrong += _below(f"masks of concept {concept}", overlap(masks, truth.masks[concept, queries] > 0), limits)
        semantic = overlap(found.semantic[concept] >= INSIDE, truth.semantic[concept] > 0)
        wrong += _below(f"semantic mask of concept {concept}", semantic, limits)
    return wrong


def overlap(one: Tensor, other: Tensor) -> float:
    """Intersection over union of two boolean tensors; 1 if both are empty."""
    union = int((one | other).sum())
    return int((one & other).sum()) / union if union else 1.0


def _partners(found: Found, truth: Raw, concept: int, score_limit: float) -> tuple[Tensor, Tensor]:
    """For each instance the query that it must be, and the largest difference of their boxes."""
    box = (found.boxes[concept][:, None] - truth.boxes[concept][None]).abs().amax(dim=2)
    score = (found.scores[concept][:, None] - truth.scores[concept][None]).abs()
    nearest = torch.where(score <= score_limit, box, torch.inf).min(dim=1)
    return nearest.indices, nearest.values


def _finite(part: Tensor) -> bool:
    return bool(part.isfinite().all()) if part.is_floating_point() else True


def _above(what: str, difference: Tensor, limit: float) -> list[str]:
    most = float(difference.max())
    return [] if most <= limit else [f"{what} differs by {most:.6f}, allowed is {limit}"]


def _below(what: str, value: float, limits: Limits) -> list[str]:
    return [] if value >= limits.mask_iou else [f"{what} overlap by {value:.5f}, required is {limits.mask_iou}"]
