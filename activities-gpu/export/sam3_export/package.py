"""Writes a model package: all of it, or nothing."""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import torch
import torchvision
import transformers
from transformers import Sam3Model

from sam3_export import golden, tracing
from sam3_export.comparison import limits_for
from sam3_export.models import Source, Unusable, load
from sam3_export.parts import CONTEXT, instances_of
from sam3_export.tokens import VOCABULARY_SHA256, Tokens, vocabulary_file
from sam3_export.verification import BUCKETS, check

FORMAT = 1
MANIFEST = "manifest.json"
VOCABULARY = "vocab.txt.gz"


@dataclass(frozen=True)
class Order:
    """What to export, where it will run, in which type it computes, and the folder to write."""

    source: Source
    device: str
    dtype: torch.dtype
    out: Path


def write(order: Order) -> Path:
    """Writes the package into ``order.out``, which must not exist or be empty, and returns it.

    The files are written beside it, run, compared with transformers, and moved there at the end.

    :raises Unusable: if the folder is taken, the device missing or the checkpoint no SAM 3
    :raises sam3_export.verification.Differs: if the traced files say anything else; nothing is left behind
    """
    _check_place(order)
    order.out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{order.out.name}.", dir=order.out.parent))
    try:
        _fill(folder, order)
        folder.chmod(0o755)  # mkdtemp makes folders for one user, a package is read by the worker's
        folder.replace(order.out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return order.out


def _check_place(order: Order) -> None:
    if order.device == "cuda" and not torch.cuda.is_available():
        raise Unusable("cuda is asked for, but this machine has no CUDA device that torch can use")
    if order.out.exists() and (not order.out.is_dir() or any(order.out.iterdir())):
        raise Unusable(f"{order.out} exists and is not an empty folder")


def _fill(folder: Path, order: Order) -> None:
    vocabulary = vocabulary_file()
    if sha256(vocabulary) != VOCABULARY_SHA256:
        raise Unusable(f"{vocabulary} is not the vocabulary of CLIP")
    shutil.copyfile(vocabulary, folder / VOCABULARY)
    tokens = Tokens(folder / VOCABULARY)
    net = load(order.source, order.device, order.dtype)
    tracing.write(net, folder)
    goldens = golden.write(net, tokens, folder)
    check(tracing.load(folder, order.device), net, goldens, tokens, limits_for(order.dtype))
    manifest = _manifest(net, order, goldens) | {"files": _files(folder)}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def sha256(path: Path) -> str:
    """Lower-case hex of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest(net: Sam3Model, order: Order, goldens: list[golden.Golden]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "name": "sam3",
        "version": order.source.version(),
        "source": order.source.as_json(),
        "made_with": {
            "torch": torch.__version__.split("+")[0],
            "torchvision": torchvision.__version__.split("+")[0],
            "transformers": transformers.__version__,
            "python": platform.python_version(),
        },
        "device": order.device,
        "dtype": str(order.dtype).removeprefix("torch."),
        "input_side": net.config.vision_config.backbone_config.image_size,
        "mask_side": goldens[0].truth.masks.shape[-1],
        "context": CONTEXT,
        "hidden": net.config.detr_decoder_config.hidden_size,
        "queries": net.config.detr_decoder_config.num_queries,
        "instances": instances_of(net),
        "buckets": BUCKETS,
        "limits": limits_for(order.dtype).as_json(),
        "golden": [golden.as_json(one) for one in goldens],
    }


def _files(folder: Path) -> list[dict[str, object]]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        {"name": path.relative_to(folder).as_posix(), "bytes": path.stat().st_size, "sha256": sha256(path)}
        for path in paths
    ]
