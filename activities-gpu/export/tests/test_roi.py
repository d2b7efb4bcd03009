"""roi_align by grid_sample against torchvision's own."""

from __future__ import annotations

import pytest
import torch
import torchvision

from sam3_export.roi import roi_align

BOXES = {
    "inside": [3.2, 4.1, 9.7, 12.3],
    "whole map": [0.0, 0.0, 20.0, 18.0],
    "touching the right and lower border": [12.5, 9.0, 20.0, 18.0],
    "crossing the left and upper border": [-4.3, -6.6, 5.1, 4.2],
    "crossing the right and lower border": [15.4, 13.9, 26.0, 24.5],
    "outside": [-9.0, -9.0, -3.0, -2.5],
    "smaller than a cell": [7.31, 7.62, 7.35, 7.63],
    "a point": [6.0, 6.0, 6.0, 6.0],
    "a cell on the border": [19.2, 17.3, 19.9, 17.9],
    "as wide as seven cells and no more": [2.0, 3.0, 9.0, 10.0],
    "flat": [1.0, 5.0, 19.0, 5.2],
    "upright": [8.0, 0.5, 8.4, 17.5],
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
@pytest.mark.parametrize("bins", [7, 3])
def test_says_what_torchvision_says(box, bins):
    features = torch.randn(1, 5, 18, 20, generator=torch.Generator().manual_seed(1))
    boxes = torch.tensor([box])
    expected = torchvision.ops.roi_align(features, [boxes], bins)
    torch.testing.assert_close(roi_align(features, boxes, bins), expected, atol=2e-5, rtol=0)


def test_says_it_for_a_thousand_boxes_at_once():
    dice = torch.Generator().manual_seed(2)
    features = torch.randn(1, 4, 72, 72, generator=dice)
    centre, size = torch.rand(1000, 2, generator=dice) * 72, torch.rand(1000, 2, generator=dice) ** 2 * 72
    boxes = torch.cat([centre - size / 2, centre + size / 2], dim=1)
    expected = torchvision.ops.roi_align(features, [boxes], 7)
    # 1e-4: a sample place one rounding beside a cell's edge moves a value by the difference of two cells times 1e-5
    torch.testing.assert_close(roi_align(features, boxes, 7), expected, atol=1e-4, rtol=0)


@pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning")
def test_the_traced_function_takes_another_number_of_boxes():
    features = torch.randn(1, 3, 16, 16, generator=torch.Generator().manual_seed(3))
    traced = torch.jit.trace(lambda boxes: roi_align(features, boxes, 7), torch.tensor([[1.0, 2.0, 8.0, 9.0]] * 2))
    boxes = torch.tensor([[0.0, 0.0, 16.0, 16.0], [3.0, 3.0, 3.1, 3.1], [-2.0, 5.0, 4.0, 9.0]])
    expected = torchvision.ops.roi_align(features, [boxes], 7)
    torch.testing.assert_close(traced(boxes), expected, atol=2e-5, rtol=0)


def test_float16_boxes_are_rounded_as_torchvision_rounds_them():
    """With places in float32 the largest difference is 1.8: a count of samples jumps at whole numbers."""
    dice = torch.Generator().manual_seed(2)
    features = torch.randn(1, 8, 16, 16, generator=dice).bfloat16()
    centre, size = torch.rand(200, 2, generator=dice) * 16, torch.rand(200, 2, generator=dice) * 16
    boxes = torch.cat([centre - size / 2, centre + size / 2], dim=1).bfloat16().half()
    expected = torchvision.ops.roi_align(features.half(), [boxes], 7).float()
    torch.testing.assert_close(roi_align(features.float(), boxes, 7), expected, atol=0.01, rtol=0)
