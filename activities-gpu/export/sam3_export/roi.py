"""roi_align without torchvision: the runtime that loads the package knows only the operators of libtorch."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F


def roi_align(features: Tensor, boxes: Tensor, bins: int) -> Tensor:
    """What ``torchvision.ops.roi_align(features, [boxes], bins)`` says, as one ``grid_sample``.

    SAM 3 calls it with torchvision's defaults: no half-pixel shift (``aligned=False``, so a box is at least one cell
    wide) and as many samples per bin as the bin has cells (``sampling_ratio=-1``). That count differs from box to box;
    here every bin has as many sample places as the widest possible box needs, and a weight of zero switches the surplus
    off. A sample beyond one cell outside the map counts as zero, a nearer one takes the value at the border.

    :param features: float32 [1, C, H, W]
    :param boxes: [R, 4], x1 y1 x2 y2 in cells of the map, at most W wide and H high; float32, or float16 to place the
        samples as torchvision's float16 kernel rounds, which transformers calls where it computes in bfloat16
    :return: float32 [R, C, bins, bins]
    """
    channels, height, width = map(int, features.shape[1:])
    x, weight_x = _samples(boxes[:, 0], boxes[:, 2], bins, width)
    y, weight_y = _samples(boxes[:, 1], boxes[:, 3], bins, height)
    grid = torch.stack(torch.broadcast_tensors(x[:, None, :], y[:, :, None]), dim=-1)
    columns, rows = x.shape[1], y.shape[1]
    values = F.grid_sample(
        features, grid.reshape(1, -1, columns, 2), mode="bilinear", padding_mode="border", align_corners=True
    )
    values = values[0].reshape(channels, -1, rows, columns).transpose(0, 1)
    weighted = values * weight_y[:, None, :, None] * weight_x[:, None, None, :]
    return weighted.reshape(-1, channels, bins, rows // bins, bins, columns // bins).sum(dim=(3, 5))


def _samples(start: Tensor, end: Tensor, bins: int, size: int) -> tuple[Tensor, Tensor]:
    """Places (-1..1 as grid_sample counts) and weights of the samples along one axis, [R, bins * most]."""
    most = math.ceil(size / bins)
    length = (end - start).clamp(min=1.0)
    step = length / bins
    count = torch.ceil(step)
    sample = torch.arange(most, device=start.device, dtype=start.dtype)
    bin_start = start[:, None] + torch.arange(bins, device=start.device, dtype=start.dtype) * step[:, None]
    inside_bin = (sample + 0.5) * step[:, None] / count[:, None]
    place = bin_start[:, :, None] + inside_bin[:, None, :]
    used = (sample < count[:, None])[:, None, :] & (place >= -1.0) & (place <= size)
    weight = used.float() / count[:, None, None].float()
    place = place.float().clamp(0.0, size - 1.0) * (2.0 / (size - 1)) - 1.0
    return place.flatten(1), weight.flatten(1)
