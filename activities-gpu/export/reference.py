"""Measures SAM 3 in Python: transformers, eager, one photo and then one concept after the other.

python reference.py --package DIR --photo room.jpg --concepts wall,floor,sofa --repeat 20

The benchmark sets the worker beside this. A package of random weights tells how to draw them again; for one of a
checkpoint ``--checkpoint`` names the folder that it was made from.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import torch
import transformers
from torch import Tensor
from transformers import Sam3Model
from transformers.models.sam3.image_processing_sam3 import Sam3ImageProcessor
from transformers.models.sam3.modeling_sam3 import Sam3ImageSegmentationOutput

from sam3_export import models, pictures
from sam3_export.package import MANIFEST, VOCABULARY
from sam3_export.parts import dtype_of
from sam3_export.tokens import Tokens, attention_of

STEPS = ("decode", "preprocess", "vision", "text_and_decoder", "post")
MODEL_STEPS = ("vision", "text_and_decoder")
THRESHOLD = 0.5
"""Meta's; transformers' own default is 0.3."""


@dataclass
class Reference:
    """The network, its processor and the concepts; :meth:`segment` does what an application would."""

    net: Sam3Model
    processor: Sam3ImageProcessor
    concepts: Tensor
    threshold: float = THRESHOLD
    milliseconds: dict[str, float] = field(default_factory=dict)

    @torch.no_grad()
    def segment(self, photo: Path) -> list[dict[str, Tensor]]:
        """Per concept scores, boxes and masks at the size of the photo, on the CPU; the times are kept beside."""
        started = time.perf_counter()
        image = pictures.read(photo)
        started = self._took("decode", started)
        pixels = self.processor(images=image, return_tensors="pt").pixel_values
        pixels = pixels.to(self.net.device, dtype_of(self.net))
        started = self._took("preprocess", started)
        seen = self.net.get_vision_features(pixels)
        started = self._took("vision", started)
        answers = []
        for ids in self.concepts.split(1):
            answers.append(self.net(vision_embeds=seen, input_ids=ids, attention_mask=attention_of(ids)))
        started = self._took("text_and_decoder", started)
        masks = [self._masks(answer, tuple(image.shape[1:])) for answer in answers]
        self._took("post", started)
        return masks

    def _masks(self, answer: Sam3ImageSegmentationOutput, size: tuple[int, ...]) -> dict[str, Tensor]:
        names = ("pred_logits", "presence_logits", "pred_boxes", "pred_masks")
        answer = Sam3ImageSegmentationOutput(**{name: answer[name].float().cpu() for name in names})
        return self.processor.post_process_instance_segmentation(answer, self.threshold, target_sizes=[size])[0]

    def _took(self, step: str, started: float) -> float:
        if self.net.device.type == "cuda":
            torch.cuda.synchronize()
        now = time.perf_counter()
        self.milliseconds[step] = (now - started) * 1000
        return now


def load(package: Path, checkpoint: Path | None, concepts: list[str], threshold: float) -> Reference:
    """The network that a package was made of, on the package's device and in its type.

    :raises sam3_export.models.Unusable: if the checkpoint is missing or not the package's, or the device is not there
    """
    manifest = json.loads((package / MANIFEST).read_text(encoding="utf-8"))
    kind, seed = manifest["source"]["kind"], manifest["source"].get("seed")
    if (kind == "checkpoint") != (checkpoint is not None):
        raise models.Unusable(f"this package was made of {kind}: --checkpoint is for packages of a checkpoint")
    source = models.Source(kind, seed, checkpoint)
    if source.version() != manifest["version"]:
        raise models.Unusable(f"the package was made of version {manifest['version']}, this is {source.version()}")
    if manifest["device"] == "cuda" and not torch.cuda.is_available():
        raise models.Unusable("the package is for cuda, but this machine has no CUDA device that torch can use")
    net = models.load(source, manifest["device"], getattr(torch, manifest["dtype"]))
    side = manifest["input_side"]
    ids = Tokens(package / VOCABULARY).batch(concepts).to(net.device)
    return Reference(net, Sam3ImageProcessor(size={"height": side, "width": side}), ids, threshold)


def measure(reference: Reference, photo: Path, repeat: int, warm_up: int) -> dict[str, object]:
    """Milliseconds per step and repetition, the first ``warm_up`` left out."""
    times: dict[str, list[float]] = {step: [] for step in (*STEPS, "total", "model_ms")}
    for turn in range(warm_up + repeat):
        reference.segment(photo)
        if turn >= warm_up:
            took = reference.milliseconds
            took = took | {"total": sum(took.values()), "model_ms": sum(took[step] for step in MODEL_STEPS)}
            for step, values in times.items():
                values.append(round(took[step], 3))
    return {"photo": photo.name} | times


def main(arguments: list[str]) -> int:
    """Prints one JSON object; 0 if all was measured, 1 with a sentence on the error stream if not."""
    asked = _parser().parse_args(arguments)
    concepts = [concept.strip() for concept in asked.concepts.split(",") if concept.strip()]
    try:
        reference = load(asked.package, asked.checkpoint, concepts, asked.threshold)
    except (models.Unusable, FileNotFoundError) as refusal:
        print(f"Nothing was measured: {refusal}", file=sys.stderr)
        return 1
    device = reference.net.device
    measured = {
        "torch": torch.__version__,
        "transformers": transformers.__version__,
        "device": torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu",
        "dtype": str(dtype_of(reference.net)).removeprefix("torch."),
        "threads": torch.get_num_threads(),
        "concepts": concepts,
        "photos": [measure(reference, photo, asked.repeat, asked.warm_up) for photo in asked.photo],
    }
    print(json.dumps(measured))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, metavar="DIR", required=True, help="what export_sam3.py wrote")
    parser.add_argument("--checkpoint", type=Path, metavar="DIR", help="the folder that the package was made from")
    parser.add_argument("--photo", type=Path, action="append", required=True, help="may be given again")
    parser.add_argument("--concepts", required=True, help="prompts, divided by commas")
    parser.add_argument("--repeat", type=int, default=10, help="measured runs per photo (default 10)")
    parser.add_argument("--warm-up", type=int, default=3, help="runs before them (default 3)")
    parser.add_argument("--threshold", type=float, default=THRESHOLD, help=f"of a kept score (default {THRESHOLD})")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
