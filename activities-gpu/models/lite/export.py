"""Exports a trained LiteSeg to TorchScript with its manifest and metrics.

    python export.py --run run --out lite        writes lite.pt, lite.json and METRICS.md into the folder lite

Batch norms are folded, the module is traced on the CPU in fp32, and the traced file is checked at three input sizes
against the eager module.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import time
import zipfile
from pathlib import Path

import torch
from torch.utils.flop_counter import FlopCounterMode

from model import CLASSES, INTERIOR, LiteSeg

VERSION = "1.0.0"
WORDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "Wall": ("stuff", "벽", ("wall", "wall surface", "painted wall", "wallpaper")),
    "Floor": ("stuff", "바닥", ("floor", "flooring", "ground")),
    "Ceiling": ("stuff", "천장", ("ceiling",)),
    "Window": ("instance", "창문", ("window", "window pane", "glass window")),
    "Door": ("instance", "문", ("door", "door leaf", "interior door")),
    "Frame_Molding": ("stuff", "문틀·몰딩", ("molding", "moulding", "baseboard", "crown molding", "door frame", "window frame", "trim")),
    "Tile": ("stuff", "타일", ("tile", "tiles", "tiled surface", "backsplash tile")),
    "Grout": ("stuff", "줄눈", ("grout", "grout line", "tile joint")),
    "Cabinet": ("instance", "수납장", ("cabinet", "cupboard", "wardrobe", "closet", "drawer unit")),
    "Countertop": ("instance", "상판", ("countertop", "counter", "worktop", "kitchen counter")),
    "Light": ("instance", "조명", ("light", "lamp", "light fixture", "pendant light", "ceiling light")),
    "Handle": ("instance", "손잡이", ("handle", "knob", "door handle", "cabinet handle")),
    "Glass_highlight": ("stuff", "유리 하이라이트", ("glass highlight", "glass reflection", "glare on glass")),
    "Product": ("instance", "상품", ("product", "item", "object for sale", "main object")),
    "Background": ("stuff", "배경", ("background", "backdrop", "surroundings")),
    "Body": ("instance", "본체", ("body", "main body", "product body")),
    "Label_Text": ("instance", "라벨·문구", ("label", "text", "printed text", "label text")),
    "Logo": ("instance", "로고", ("logo", "brand mark", "emblem")),
    "Gloss": ("stuff", "광택", ("gloss", "specular highlight", "shine", "reflection")),
    "Parts": ("instance", "부품", ("part", "parts", "cap", "button", "strap", "lid", "knob")),
    "Accessories": ("instance", "구성품", ("accessory", "accessories", "cable", "included item", "manual")),
}
"""Per concept: kind, Korean display name, English prompts (the first one is the main prompt)."""

THIN = {"Frame_Molding", "Glass_highlight", "Gloss", "Grout", "Handle", "Label_Text", "Light", "Logo", "Parts"}
"""Concepts of one or two pixels' width at the small scale, where they vanish."""

ROOM_PARTS = {"Wall": "wall", "Tile": "tile", "Floor": "floor", "Ceiling": "ceiling", "Background": "backdrop",
              "Frame_Molding": "molding"}
"""What a concept counts as where a room's surfaces are decided."""

LIES_ON = {"Grout": "Tile"}
"""Concepts that only lie on another."""
CHECK_SIZES = ((384, 512), (512, 352), (256, 256))


def drop_debug_info(path: Path) -> None:
    """Rewrites a TorchScript archive without its optional source locations (absolute paths of the build machine)."""
    slim = path.with_suffix(".slim")
    with zipfile.ZipFile(path) as src, zipfile.ZipFile(slim, "w") as dst:
        for item in src.infolist():
            if not item.filename.endswith(".debug_pkl"):
                dst.writestr(zipfile.ZipInfo(item.filename), src.read(item), compress_type=item.compress_type)
    shutil.move(slim, path)


def latency(module: torch.jit.ScriptModule, threads: int, runs: int = 12) -> float:
    """Median seconds per 384x512 picture on the CPU."""
    torch.set_num_threads(threads)
    x, times = torch.rand(1, 3, 384, 512), []
    with torch.inference_mode():
        for _ in range(4):
            module(x)
        for _ in range(runs):
            start = time.perf_counter()
            module(x)
            times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--run", type=Path, required=True, help="folder written by train.py")
    args.add_argument("--out", type=Path, required=True)
    opt = args.parse_args()
    opt.out.mkdir(parents=True, exist_ok=True)
    scores = json.loads((opt.run / "eval.json").read_text())
    state = json.loads((opt.run / "state.json").read_text())
    model = LiteSeg()
    model.load_state_dict(torch.load(opt.run / "ema.pt", map_location="cpu"))
    model.eval()
    params = sum(p.numel() for p in model.parameters())
    with torch.inference_mode(), FlopCounterMode(display=False) as counter:
        model(torch.rand(1, 3, 384, 512))
    gflop = counter.get_total_flops() / 1e9
    model.fuse()
    with torch.no_grad():
        traced = torch.jit.trace(model, torch.rand(1, 3, 384, 512))
    path = opt.out / "lite.pt"
    torch.jit.save(traced, str(path))
    drop_debug_info(path)
    loaded = torch.jit.load(str(path), map_location="cpu")
    for h, w in CHECK_SIZES:
        x = torch.rand(2, 3, h, w)
        with torch.no_grad():
            want, got = model(x), loaded(x)
        if got.shape != (2, len(CLASSES), h // 2, w // 2) or not torch.allclose(want, got, atol=1e-4):
            raise SystemExit(f"the traced module differs at {h}x{w}: {tuple(got.shape)}")
        print(f"traced module agrees at {h}x{w}: output {tuple(got.shape)}", flush=True)
    graph = loaded.inlined_graph
    ops = sorted({node.kind() for node in graph.nodes()})
    print("operators:", " ".join(ops), flush=True)
    seconds = latency(loaded, 2)
    size = path.stat().st_size
    print(f"{params} parameters, {gflop:.2f} GFLOP, {size / 2**20:.2f} MiB, {seconds * 1e3:.0f} ms on 2 threads", flush=True)

    manifest = {
        "name": "lite", "version": VERSION, "file": "lite.pt", "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "format": "torchscript",
        "input": {"layout": "NCHW", "type": "float32", "color": "RGB", "range": [0.0, 1.0], "multiple": 32, "long_side": 512,
                  "advice": "scale the picture so that its long side is 512 and both sides are multiples of 32; normalisation is inside the module"},
        "output": {"layout": "NCHW", "type": "float32", "meaning": "one independent probability per concept (concepts overlap)", "scale": 0.5},
        "training": "synthetic scenes only (procedural renderer), no pretrained weights",
        "classes": [{"index": i, "name": c, "group": "interior" if c in INTERIOR else "seller", "kind": WORDS[c][0],
                     "thin": c in THIN, **({"room_part": ROOM_PARTS[c]} if c in ROOM_PARTS else {}), **({"lies_on": LIES_ON[c]} if c in LIES_ON else {}),
                     "threshold": scores[c]["threshold"], "prompts": list(WORDS[c][2]), "display_name": {"en": c.replace("_", " "), "ko": WORDS[c][1]},
                     "synthetic_iou": scores[c]["iou"]} for i, c in enumerate(CLASSES)],
    }
    (opt.out / "lite.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")
    rows = "\n".join(f"| {c} | {scores[c]['iou']:.3f} | {scores[c]['threshold']:.2f} | {scores[c]['iou_at_0.5']:.3f} |" for c in CLASSES)
    mean = sum(v["iou"] for v in scores.values()) / len(scores)
    (opt.out / "METRICS.md").write_text(f"""# lite {VERSION}: measurements

Trained on synthetic scenes only. The IoU values below are on 500 held-out synthetic scenes (fixed seeds, 384x512, random
camera); they say how well the network learned the renderer's world and are **not** a measure of quality on photographs.

| Concept | IoU | Best threshold | IoU at 0.5 |
| --- | --- | --- | --- |
{rows}
| **mean** | **{mean:.3f}** | | |

Masks are compared at half of the input resolution, pixels pooled over all scenes. Room concepts are scored in rooms and
furnished product scenes, product concepts in product scenes. Thresholds were chosen on the
same 500 scenes, so the first column is slightly optimistic.

| | |
| --- | --- |
| parameters | {params:,} |
| computation | {gflop:.2f} GFLOP per 384x512 picture (a multiply-add counts as two) |
| file | {size / 2**20:.2f} MiB, fp32 TorchScript, batch norms folded |
| CPU time | {seconds * 1e3:.0f} ms per 384x512 picture, 2 threads (`torch.set_num_threads(2)`), server x86-64, PyTorch {torch.__version__} |
| training | {state['elapsed']:.0f} s on one H100 including rendering, {state['step']:,} steps, {state['images']:,} pictures, each seen once; {state.get('note', 'one go')} |
| operators | {' '.join(ops)} |

## Limits

- It has never seen a photograph. Expect useful walls, floors, ceilings, windows, tiles and product outlines on ordinary pictures,
  and clear mistakes on unusual styles, heavy clutter, people, animals and outdoor scenes.
- Thin or tiny things (handles, grout, logos, highlights) are the weakest; at a long side of 512 many are one or two pixels wide.
- "Tile" includes its joints; subtract "Grout" to get tile faces. "Product" includes its body, parts, print and gloss.
- Curtains, furniture without doors or drawers, pictures, mirrors and appliances carry no concept on purpose.
- Door against flush wardrobe front, and product part against product body, are often ambiguous even for people.
""")


if __name__ == "__main__":
    main()
