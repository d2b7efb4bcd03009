"""The golden cases: drawn photos, prompts, and what transformers itself says of them."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F
from transformers import Sam3Model

from sam3_export import photos, pictures
from sam3_export.asking import Exemplars, Question, Raw, ask_transformers, best
from sam3_export.parts import Found
from sam3_export.tokens import Tokens

TILES = 8
"""Masks of a concept that a golden picture shows; all instances of eight concepts would be most of the package."""
CLEARANCE = 0.01
"""No score lies as near to a case's threshold, so that rounding cannot change which instances are kept."""


@dataclass(frozen=True)
class Case:
    """A scene of :mod:`photos`, the prompts, and exemplars (per prompt or none)."""

    name: str
    scene: str
    prompts: list[str]
    exemplars: list[Exemplars | None]


@dataclass(frozen=True)
class Golden:
    """A case, what is asked, what transformers says of it (all queries), and where its scores are cut."""

    case: Case
    question: Question
    truth: Raw
    threshold: float


CASES = [
    Case("one", "portrait", ["wall"], [None]),
    Case("three", "landscape", ["wall", "floor", "kitchen cabinet"], [None] * 3),
    Case(
        "eight",
        "small",
        ["wall", "floor", "ceiling", "window frame", "sofa", "curtains", "product label", "Küche & naïve 3D"],
        [None] * 8,
    ),
    Case(
        "exemplars",
        "landscape",
        ["logo", "lamp"],
        [Exemplars([[0.7, 0.28, 0.2, 0.3], [0.95, 0.1, 0.1, 0.2]], [1, 0]), None],
    ),
]


def write(net: Sam3Model, tokens: Tokens, folder: Path) -> list[Golden]:
    """Draws the photos, asks transformers and writes everything into ``folder/golden``."""
    (folder / "golden").mkdir()
    side = net.config.vision_config.backbone_config.image_size
    return [_write_case(case, net, tokens.batch(case.prompts), (folder, side)) for case in CASES]


def as_json(golden: Golden) -> dict[str, object]:
    """The case as the manifest holds it."""
    case, name = golden.case, golden.case.name
    shown = [shown and {"boxes": shown.boxes, "labels": shown.labels} for shown in case.exemplars]
    return {
        "name": name,
        "photo": f"golden/{case.scene}.png",
        "prompts": case.prompts,
        "ids": golden.question.ids.tolist(),
        "exemplars": shown if any(shown) else None,
        "threshold": golden.threshold,
        "outputs": f"golden/{name}.json",
        "masks": f"golden/{name}.masks.png",
        "photo_masks": f"golden/{name}.photo.png",
        "input": f"golden/{name}.input.png",
    }


def threshold_for(scores: Tensor) -> float:
    """A cut in the middle of the widest gap between the scores (any shape) that keeps some and drops some.

    Where no gap is wide enough the cut lies above all scores: a real network rarely sees a concept in a drawn photo.
    """
    ordered = scores.flatten().sort(descending=True).values
    gaps = ordered[:-1] - ordered[1:]
    widest = int(gaps.argmax())
    if float(gaps[widest]) <= 2 * CLEARANCE:
        return float(ordered[0]) + 2 * CLEARANCE
    return float(ordered[widest] + ordered[widest + 1]) / 2


def covered(found: Found, threshold: float, size: tuple[int, int]) -> Tensor:
    """uint8 [N, H, W], 255 where an instance above the threshold covers the photo's pixel.

    Meta's order: bilinear on logits, then the sign. The logits come back from the bytes as ln((v + .5) / (255.5 - v)).
    """
    out = torch.zeros(len(found.scores), *size, dtype=torch.uint8)
    for concept, scores in enumerate(found.scores):
        for byte in found.masks[concept][scores > threshold].float():
            logits = torch.log((byte + 0.5) / (255.5 - byte))
            large = F.interpolate(logits[None, None], size=size, mode="bilinear", align_corners=False)
            out[concept][large[0, 0] > 0] = 255
    return out


def _write_case(case: Case, net: Sam3Model, ids: Tensor, place: tuple[Path, int]) -> Golden:
    folder, side = place
    photo, stem = folder / "golden" / f"{case.scene}.png", folder / "golden" / case.name
    if not photo.exists():
        photos.write(case.scene, photo)
    image = pictures.read(photo)
    question = Question(pictures.fitted(image, side), ids, case.exemplars)
    truth = ask_transformers(net, question.on(net.device))
    found = best(truth, net)
    threshold = round(threshold_for(found.scores), 6)
    pictures.write_colour(stem.with_suffix(".input.png"), question.picture)
    pictures.write_grey(stem.with_suffix(".masks.png"), torch.cat([_row(masks) for masks in found.masks]))
    pictures.write_grey(stem.with_suffix(".photo.png"), covered(found, threshold, image.shape[1:]).flatten(0, 1))
    stem.with_suffix(".json").write_text(_numbers(found))
    return Golden(case, question, truth, threshold)


def _row(masks: Tensor) -> Tensor:
    return torch.cat(list(masks[:TILES]), dim=1)


def _numbers(found: Found) -> str:
    rounded = {name: _rounded(getattr(found, name).tolist()) for name in ("scores", "boxes", "presence")}
    return json.dumps(rounded, separators=(",", ":")) + "\n"


def _rounded(value: object) -> object:
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    if not math.isfinite(value):
        raise ValueError("the network gives an output that is not a number")
    return round(value, 6)
