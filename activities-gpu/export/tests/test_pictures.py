"""Preprocessing against transformers' own, and 16-bit pictures."""

from __future__ import annotations

import numpy as np
import torch
from transformers.models.sam3.image_processing_sam3 import Sam3ImageProcessor

from sam3_export import photos, pictures
from sam3_export.parts import pixels


def test_a_fitted_picture_is_what_the_processor_of_transformers_makes(tmp_path):
    photos.write("landscape", tmp_path / "photo.png")
    image = pictures.read(tmp_path / "photo.png")
    expected = Sam3ImageProcessor()(images=image, return_tensors="pt").pixel_values
    torch.testing.assert_close(pixels(pictures.fitted(image, 1008)), expected, atol=1e-6, rtol=0)


def test_sixteen_bits_become_eight_by_rounding(tmp_path):
    samples = np.array([0, 128, 129, 257, 32767, 32896, 65406, 65407, 65535], np.uint16)
    pictures.write_deep(tmp_path / "deep.png", np.repeat(samples[None, :, None], 3, axis=2))
    assert pictures.read(tmp_path / "deep.png")[1, 0].tolist() == [0, 0, 1, 1, 127, 128, 254, 255, 255]


def test_a_deep_picture_keeps_its_rows_and_colours(tmp_path):
    drawn = np.random.default_rng(1).integers(0, 256, (5, 3, 3)).astype(np.uint16)
    pictures.write_deep(tmp_path / "deep.png", drawn * 257)
    assert np.array_equal(pictures.read(tmp_path / "deep.png").permute(1, 2, 0).numpy(), drawn)
