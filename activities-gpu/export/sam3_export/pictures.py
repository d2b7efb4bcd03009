"""Reading, resizing and writing pictures as the reference does. Colours are taken as sRGB, no profile is applied."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torchvision import io
from torchvision.transforms.v2 import InterpolationMode
from torchvision.transforms.v2 import functional as transforms


def read(path: Path) -> Tensor:
    """A picture file, turned as its EXIF says -> uint8 [3, H, W]; 16-bit samples become round(x / 257)."""
    image = io.decode_image(str(path), mode=io.ImageReadMode.RGB, apply_exif_orientation=True)
    if image.dtype == torch.uint16:
        image = (image.to(torch.int32).float() / 257.0).round().to(torch.uint8)
    return image


def fitted(image: Tensor, side: int) -> Tensor:
    """uint8 [3, H, W] -> uint8 [S, S, 3]: bilinear with antialias on bytes, aspect not kept (Sam3ImageProcessor)."""
    resized = transforms.resize(image, [side, side], interpolation=InterpolationMode.BILINEAR, antialias=True)
    return resized.permute(1, 2, 0).contiguous()


def write_grey(path: Path, image: Tensor) -> None:
    """uint8 [H, W] as an 8-bit grey PNG."""
    io.write_png(image[None].cpu(), str(path), compression_level=9)


def write_colour(path: Path, image: Tensor) -> None:
    """uint8 [H, W, 3] as an 8-bit RGB PNG."""
    io.write_png(image.permute(2, 0, 1).contiguous().cpu(), str(path), compression_level=9)


def write_deep(path: Path, image: np.ndarray) -> None:
    """uint16 [H, W, 3] as a 16-bit RGB PNG, which neither torchvision nor Pillow writes."""
    height, width, _ = image.shape
    lines = image.astype(">u2").reshape(height, -1).view(np.uint8)
    above = np.vstack([np.zeros_like(lines[:1]), lines[:-1]])
    up = np.full((height, 1), 2, np.uint8)  # PNG filter 2: each byte less the one above it
    packed = zlib.compress(np.hstack([up, lines - above]).tobytes(), 9)
    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
