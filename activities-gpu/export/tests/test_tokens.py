"""Token ids that Meta's tokenizer gives for the same words."""

from __future__ import annotations

import pytest
import torch

from sam3_export.tokens import END, START, attention_of

KNOWN = {
    "wall": [2569],
    "floor": [4125],
    "ceiling": [12374],
    "logo": [5750],
    "kitchen cabinet": [4485, 9937],
    "curtains": [30223],
    "sofa": [15723],
    "window frame": [4879, 6481],
    "product label": [4306, 9093],
    "visual": [7195],
    "Küche & naïve 3D": [74, 6522, 3842, 261, 1097, 35689, 563, 274, 323],
    "a photo of a cat": [320, 1125, 539, 320, 2368],
}


@pytest.mark.parametrize("prompt", KNOWN)
def test_known_words(tokens, prompt):
    ids = tokens.ids(prompt)
    assert ids == [START, *KNOWN[prompt], END] + [END] * (30 - len(KNOWN[prompt]))
    assert attention_of(torch.tensor([ids])).sum() == len(KNOWN[prompt]) + 2


def test_case_space_and_entities_do_not_matter(tokens):
    assert tokens.ids("  Kitchen\n CABINET ") == tokens.ids("kitchen cabinet")
    assert tokens.ids("salt &amp; pepper") == tokens.ids("salt & pepper")


def test_a_long_prompt_is_cut_before_its_end(tokens):
    ids = tokens.ids("wall " * 40)
    assert ids == [START] + [2569] * 30 + [END]
    assert attention_of(torch.tensor([ids])).sum() == 32
