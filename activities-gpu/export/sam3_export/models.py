"""Where the network comes from: a checkpoint, or random weights."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import Sam3Model

from sam3_export import random_models

HASHED_AT_ONCE = 1 << 20
"""Bytes; a checkpoint of 3.4 GB is not read into memory to be hashed."""


class Unusable(Exception):
    """The request cannot be met; the message tells the operator why."""


@dataclass(frozen=True)
class Source:
    """``checkpoint`` with its folder, or ``random-tiny`` / ``random-full`` with its seed."""

    kind: str
    seed: int | None = None
    checkpoint: Path | None = None

    def as_json(self) -> dict[str, object]:
        """As the manifest holds it; the folder of a checkpoint is nobody else's business."""
        return {"kind": self.kind} if self.seed is None else {"kind": self.kind, "seed": self.seed}

    def version(self) -> str:
        """What tells one package from another: the seed, or the start of the hash of the weights."""
        if self.checkpoint is None:
            return f"{self.kind}-{self.seed}"
        digest = hashlib.sha256()
        for path in _weights(self.checkpoint):
            with path.open("rb") as file:
                while block := file.read(HASHED_AT_ONCE):
                    digest.update(block)
        return digest.hexdigest()[:12]


def load(source: Source, device: str, dtype: torch.dtype) -> Sam3Model:
    """The network, ready to be asked.

    :raises Unusable: if the checkpoint is missing, of another kind, or does not fill every weight
    """
    if source.checkpoint is None:
        net = random_models.build(source.kind, int(source.seed or 0))
    else:
        net = _checkpoint(source.checkpoint)
    return net.to(device=device, dtype=dtype).eval()


def _checkpoint(folder: Path) -> Sam3Model:
    if not (folder / "config.json").is_file() or not _weights(folder):
        raise Unusable(f"{folder} is no checkpoint: config.json and *.safetensors are expected in it")
    try:
        net, said = Sam3Model.from_pretrained(folder, local_files_only=True, output_loading_info=True)
    except Exception as failure:  # transformers raises whatever its readers raise
        raise Unusable(f"{folder} cannot be read as a SAM 3 checkpoint: {failure}") from failure
    lacking = [*said["missing_keys"], *(key for key, *_ in said["mismatched_keys"])]
    if lacking:
        raise Unusable(f"{folder} does not fill {len(lacking)} weights of SAM 3, the first is {sorted(lacking)[0]}")
    return net


def _weights(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.safetensors"))
