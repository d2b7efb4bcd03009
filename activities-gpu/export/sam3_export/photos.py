"""The photos of the golden cases, drawn here so that a package carries nobody's picture."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from sam3_export import pictures


class Scene(NamedTuple):
    """A drawn room: its size in pixels, whether it has 16 bits a sample, and the seed of its places and colours."""

    width: int
    height: int
    deep: bool
    seed: int


SCENES = {
    "landscape": Scene(640, 427, False, 11),
    "portrait": Scene(251, 347, True, 12),
    "small": Scene(120, 90, False, 13),
}
"""Larger than the tiny model's input in one direction or both, odd with 16 bits, and smaller than it."""


def write(name: str, path: Path) -> None:
    """Draws a scene as a PNG."""
    scene = SCENES[name]
    picture = draw(scene)
    if scene.deep:
        pictures.write_deep(path, np.round(picture * 65535).astype(np.uint16))
    else:
        pictures.write_colour(path, torch.from_numpy(np.round(picture * 255).astype(np.uint8)))


def draw(scene: Scene) -> np.ndarray:
    """float [H, W, 3] in 0..1: a shaded wall, a tiled floor, a lamp, a cabinet, a striped cloth and a little noise."""
    dice = np.random.default_rng(scene.seed)
    y, x = np.mgrid[0 : scene.height, 0 : scene.width]
    x, y = (x + 0.5) / scene.width, (y + 0.5) / scene.height
    picture = _shade(dice, 0.75 - 0.25 * x + 0.15 * y)
    horizon = dice.uniform(0.6, 0.72)
    depth = np.maximum(y - horizon, 1e-3)
    tiles = (np.floor((x - 0.5) / depth * 0.6) + np.floor(0.25 / depth)) % 2
    _paint(picture, y > horizon, _shade(dice, 0.45 + 0.35 * tiles))
    left, top = dice.uniform(0.05, 0.25), dice.uniform(0.2, 0.35)
    cabinet = (x > left) & (x < left + 0.33) & (y > top) & (y < horizon + 0.08)
    _paint(picture, cabinet, _shade(dice, 0.55 + 0.2 * np.sin(x * 90) * (y > 0.5)))
    centre = dice.uniform(0.6, 0.8), dice.uniform(0.2, 0.35)
    distance = np.hypot((x - centre[0]) * scene.width / scene.height, y - centre[1])
    _paint(picture, distance < 0.17, _shade(dice, 1.0 - 2.0 * distance))
    cloth = (x > 0.55) & (y > 0.55) & (x + y < 1.65)
    _paint(picture, cloth, _shade(dice, 0.5 + 0.3 * np.sin((x - y) * 70)))
    return np.clip(picture + dice.normal(0.0, 0.006, picture.shape), 0.0, 1.0)


def _shade(dice: np.random.Generator, light: np.ndarray) -> np.ndarray:
    return light[:, :, None] * dice.uniform(0.25, 1.0, 3)


def _paint(picture: np.ndarray, where: np.ndarray, colour: np.ndarray) -> None:
    picture[where] = colour[where]
