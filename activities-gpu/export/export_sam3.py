"""Exports SAM 3 to a model package of TorchScript files.

python export_sam3.py --checkpoint DIR --out DIR     the operator's weights (transformers layout)
python export_sam3.py --random-tiny --seed 1 --out DIR   a few megabytes of random weights, for tests
python export_sam3.py --random-full --seed 1 --out DIR   the full size with random weights, to measure speed
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from sam3_export import package
from sam3_export.models import Source, Unusable
from sam3_export.verification import Differs


def main(arguments: list[str]) -> int:
    """Writes a package; 0 if it is there, 1 with a sentence on the error stream if it is not."""
    asked = _parser().parse_args(arguments)
    device = asked.device or ("cuda" if torch.cuda.is_available() else "cpu")
    dtype = asked.dtype or ("bfloat16" if device == "cuda" else "float32")
    try:
        out = package.write(package.Order(_source(asked), device, getattr(torch, dtype), Path(asked.out).absolute()))
    except (Unusable, Differs, FileNotFoundError) as refusal:
        print(f"No package was written: {refusal}", file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out}: {size / 1e6:.1f} MB, {device}, {dtype}; the traced files say what transformers says")
    return 0


def _source(asked: argparse.Namespace) -> Source:
    if asked.checkpoint:
        return Source("checkpoint", checkpoint=Path(asked.checkpoint))
    return Source("random-tiny" if asked.random_tiny else "random-full", seed=asked.seed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--checkpoint", metavar="DIR", help="config.json and *.safetensors of Sam3Model")
    source.add_argument("--random-tiny", action="store_true", help="224 x 224, two layers, random weights")
    source.add_argument("--random-full", action="store_true", help="1008 x 1008 and full depth, random weights")
    parser.add_argument("--seed", type=int, default=1, help="of the random weights (default 1)")
    parser.add_argument("--device", choices=["cpu", "cuda"], help="where it will run (default: cuda if there)")
    parser.add_argument("--dtype", choices=["float32", "bfloat16"], help="inside (default: bfloat16 on cuda)")
    parser.add_argument("--out", metavar="DIR", required=True, help="a folder that does not exist or is empty")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
