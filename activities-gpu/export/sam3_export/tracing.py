"""Traces the four modules, freezes them and writes them without the paths of the machine that made them."""

from __future__ import annotations

import shutil
import warnings
import zipfile
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import Sam3Model

from sam3_export.asking import PARTS, Exemplars, padded
from sam3_export.parts import Decoder, Geometry, Text, Vision
from sam3_export.tokens import END, START, attention_of

EXAMPLE_WORDS = [[2569], [4485, 9937]]
"""Two prompts of different length: a batch of one, or without padding, is what a trace would take for granted."""
EXAMPLE_EXEMPLARS = [Exemplars([[0.4, 0.5, 0.3, 0.2], [0.7, 0.2, 0.1, 0.1]], [1, 0]), Exemplars([[0.5] * 4], [1])]


@torch.no_grad()
def write(net: Sam3Model, folder: Path) -> None:
    """Writes ``vision.pt``, ``text.pt``, ``geometry.pt`` and ``decoder.pt``, traced on the network's device."""
    net.requires_grad_(False)
    device = net.text_projection.weight.device
    side = net.config.vision_config.backbone_config.image_size
    picture = torch.randint(0, 256, (side, side, 3), dtype=torch.uint8).to(device)
    ids = torch.tensor([[START, *words, END] + [END] * (30 - len(words)) for words in EXAMPLE_WORDS]).to(device)
    attention = attention_of(ids)
    boxes, labels = padded(EXAMPLE_EXEMPLARS, device)
    features = Vision(net)(picture)
    _write_part(Vision(net), (picture,), folder / "vision.pt")
    _write_part(Text(net), (ids, attention), folder / "text.pt")
    _write_part(Geometry(net), (*features, boxes, labels), folder / "geometry.pt")
    shown, shown_attention = Geometry(net)(*features, boxes, labels)
    prompt = torch.cat([Text(net)(ids, attention), shown], dim=1)
    attention = torch.cat([attention, shown_attention], dim=1)
    _write_part(Decoder(net), (*features, prompt, attention), folder / "decoder.pt")


def load(folder: Path, device: torch.device | str) -> dict[str, torch.jit.ScriptModule]:
    """The four modules of a package by name. Frozen weights stay where they were traced: same kind of device only."""
    return {part: torch.jit.load(str(folder / f"{part}.pt"), map_location=device) for part in PARTS}


def _write_part(module: nn.Module, example: tuple[Tensor, ...], path: Path) -> None:
    with warnings.catch_warnings():  # transformers checks shapes in Python; the saved files are run with many instead
        warnings.simplefilter("ignore", torch.jit.TracerWarning)
        traced = torch.jit.trace(module.eval(), example, check_trace=False)
    torch.jit.freeze(traced).save(str(path))
    _drop_source_locations(path)


def _drop_source_locations(path: Path) -> None:
    """Rewrites an archive without its optional ``.debug_pkl`` (absolute paths) and without the time of day."""
    slim = path.with_suffix(".slim")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(slim, "w") as new:
        for item in old.infolist():
            if not item.filename.endswith(".debug_pkl"):
                with old.open(item) as source, new.open(zipfile.ZipInfo(item.filename), "w", force_zip64=True) as sink:
                    shutil.copyfileobj(source, sink)
    slim.replace(path)
