"""The Python reference says what the golden outputs say, and reports its times."""

from __future__ import annotations

import json

import torch
from conftest import FIXTURE
from torchvision import io

import reference
from sam3_export.comparison import overlap

CASE = next(case for case in json.loads((FIXTURE / "manifest.json").read_text())["golden"] if case["name"] == "three")


def test_its_masks_are_the_golden_ones():
    it = reference.load(FIXTURE, None, CASE["prompts"], CASE["threshold"])
    found = it.segment(FIXTURE / CASE["photo"])
    golden = json.loads((FIXTURE / CASE["outputs"]).read_text())
    photo = io.decode_image(str(FIXTURE / CASE["photo"]))
    whole = io.decode_image(str(FIXTURE / CASE["photo_masks"]))[0].split(photo.shape[1])
    for concept, answer in enumerate(found):
        expected = [score for score in golden["scores"][concept] if score > CASE["threshold"]]
        assert len(answer["scores"]) == len(expected)
        torch.testing.assert_close(
            answer["scores"].sort(descending=True).values, torch.tensor(expected), atol=1e-3, rtol=0
        )
        # 0.95: transformers interpolates the sigmoid, the worker the logit; they differ along the edges
        union = answer["masks"].bool().any(dim=0) if expected else torch.zeros(photo.shape[1:], dtype=torch.bool)
        assert overlap(union, whole[concept] > 0) >= 0.95


def test_it_prints_the_milliseconds_of_every_step(capsys):
    photo = str(FIXTURE / CASE["photo"])
    asked = ["--package", str(FIXTURE), "--photo", photo, "--photo", photo, "--concepts", "wall, sofa"]
    assert reference.main([*asked, "--repeat", "2", "--warm-up", "1"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["concepts"] == ["wall", "sofa"] and len(said["photos"]) == 2
    for measured in said["photos"]:
        steps = [measured[step] for step in reference.STEPS]
        assert [len(values) for values in steps] == [2] * 5
        for turn in range(2):
            assert abs(sum(values[turn] for values in steps) - measured["total"][turn]) < 0.1
            assert measured["vision"][turn] + measured["text_and_decoder"][turn] - measured["model_ms"][turn] < 0.1


def test_another_checkpoint_than_the_packages_is_refused(tmp_path, capsys):
    asked = ["--package", str(FIXTURE), "--photo", "x.png", "--concepts", "wall"]
    assert reference.main([*asked, "--checkpoint", str(tmp_path)]) == 1
    assert "random-tiny" in capsys.readouterr().err
