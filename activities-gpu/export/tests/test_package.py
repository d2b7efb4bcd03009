"""What a package holds, that it can be made again, and what is refused."""

from __future__ import annotations

import json

import pytest
import torch
from conftest import FIXTURE, SEED
from torchvision import io

import export_sam3
from sam3_export import package, parts, tracing
from sam3_export.asking import Exemplars, Question, ask_package
from sam3_export.comparison import INSIDE, overlap
from sam3_export.golden import CLEARANCE, TILES, covered

MOST_BYTES = 8_000_000
"""Of the fixture in the repository."""


def manifest_of(folder):
    return json.loads((folder / package.MANIFEST).read_text(encoding="utf-8"))


def asked(folder, case):
    picture = io.decode_image(str(folder / case["input"])).permute(1, 2, 0)
    shown = case["exemplars"] or [None] * len(case["prompts"])
    return Question(picture, torch.tensor(case["ids"]), [one and Exemplars(**one) for one in shown])


def test_the_manifest_names_every_file_with_its_hash(made):
    manifest = manifest_of(made)
    named = {file["name"]: (file["bytes"], file["sha256"]) for file in manifest["files"]}
    there = [path for path in made.rglob("*") if path.is_file() and path.name != package.MANIFEST]
    assert named == {p.relative_to(made).as_posix(): (p.stat().st_size, package.sha256(p)) for p in there}
    assert (manifest["version"], manifest["source"]) == ("random-tiny-1", {"kind": "random-tiny", "seed": 1})
    assert (manifest["input_side"], manifest["mask_side"], manifest["instances"]) == (224, 64, 32)


@pytest.mark.parametrize("place", range(4))
def test_the_fixture_of_the_repository_is_what_is_made_today(made, place):
    case, limits = manifest_of(made)["golden"][place], manifest_of(FIXTURE)["limits"]
    assert case == manifest_of(FIXTURE)["golden"][place] | {"threshold": case["threshold"]}
    assert_close(*(json.loads((folder / case["outputs"]).read_text()) for folder in (made, FIXTURE)))
    for name in ("masks", "photo_masks"):
        now, then = (io.decode_image(str(folder / case[name])) >= INSIDE for folder in (made, FIXTURE))
        assert overlap(now, then) >= limits["mask_iou"]


@pytest.mark.parametrize("place", range(4))
def test_the_fixtures_files_give_its_golden_outputs(place):
    manifest = manifest_of(FIXTURE)
    case, limits = manifest["golden"][place], manifest["limits"]
    found = ask_package(tracing.load(FIXTURE, "cpu"), asked(FIXTURE, case))
    assert_close(found._asdict(), json.loads((FIXTURE / case["outputs"]).read_text()))
    tiles = torch.cat([torch.cat(list(masks[:TILES]), dim=1) for masks in found.masks])
    assert overlap(tiles >= INSIDE, io.decode_image(str(FIXTURE / case["masks"]))[0] >= INSIDE) >= limits["mask_iou"]
    photo = io.decode_image(str(FIXTURE / case["photo"]))
    whole = covered(found, case["threshold"], photo.shape[1:]).flatten(0, 1)
    assert overlap(whole > 0, io.decode_image(str(FIXTURE / case["photo_masks"]))[0] > 0) >= limits["mask_iou"]


def test_the_fixture_is_small_and_of_the_first_seed():
    assert manifest_of(FIXTURE)["source"]["seed"] == SEED
    assert sum(path.stat().st_size for path in FIXTURE.rglob("*") if path.is_file()) < MOST_BYTES


def test_the_outputs_are_spread(made):
    """On flat outputs any error would be within the limits."""
    for case in manifest_of(made)["golden"]:
        golden = json.loads((made / case["outputs"]).read_text())
        scores, boxes = torch.tensor(golden["scores"]), torch.tensor(golden["boxes"])
        assert float(scores.std()) > 0.1 and float(boxes.std(dim=1).min()) > 0.05
        assert float((scores - case["threshold"]).abs().min()) >= CLEARANCE
        kept = int((scores > case["threshold"]).sum())
        assert 0 < kept < scores.numel()
        masks = io.decode_image(str(made / case["masks"]))[0] >= INSIDE
        for concept in masks.split(64):
            assert 0.03 < float(concept.float().mean()) < 0.97
            edges = (concept[:, 1:] != concept[:, :-1]).float().mean()
            assert float(edges) < 0.15, "a mask needs an inside"


def test_concepts_photos_and_exemplars_change_the_outputs(made):
    """Each by twenty times and more what the limits allow."""
    modules = tracing.load(made, "cpu")
    one, three, _, shown = (asked(made, case) for case in manifest_of(made)["golden"])
    concepts = ask_package(modules, three)
    assert float((concepts.scores[0] - concepts.scores[1]).abs().mean()) > 0.05
    assert float((concepts.semantic[0].float() - concepts.semantic[1].float()).abs().mean()) > 3
    photo = ask_package(modules, one)
    assert float((concepts.scores[0] - photo.scores[0]).abs().mean()) > 0.02
    assert float((concepts.semantic[0].float() - photo.semantic[0].float()).abs().mean()) > 20
    with_them = ask_package(modules, shown)
    without = ask_package(modules, Question(shown.picture, shown.ids, [None, None]))
    assert float((with_them.scores[0] - without.scores[0]).abs().mean()) > 0.05
    turned = Exemplars(shown.exemplars[0].boxes, [1 - label for label in shown.exemplars[0].labels])
    against = ask_package(modules, Question(shown.picture, shown.ids, [turned, None]))
    assert float((with_them.scores[0] - against.scores[0]).abs().mean()) > 0.02


def test_a_checkpoint_gives_a_package(net, made, tmp_path, capsys):
    net.save_pretrained(tmp_path / "checkpoint")
    said = export(["--checkpoint", str(tmp_path / "checkpoint"), "--out", str(tmp_path / "out")])
    assert said == 0
    manifest = manifest_of(tmp_path / "out")
    weights = tmp_path / "checkpoint/model.safetensors"
    assert (manifest["version"], manifest["source"]) == (package.sha256(weights)[:12], {"kind": "checkpoint"})
    for name in ("one", "exemplars"):
        assert_close(*(json.loads((folder / f"golden/{name}.json").read_text()) for folder in (tmp_path / "out", made)))


def test_bfloat16_inside_lets_no_bfloat16_out(tmp_path):
    assert export(["--random-tiny", "--dtype", "bfloat16", "--out", str(tmp_path / "out")]) == 0
    manifest = manifest_of(tmp_path / "out")
    assert (manifest["dtype"], manifest["limits"]["score"]) == ("bfloat16", 0.01)
    found = ask_package(tracing.load(tmp_path / "out", "cpu"), asked(tmp_path / "out", manifest["golden"][3]))
    assert {part.dtype for part in found} == {torch.float32, torch.uint8}


def test_a_trace_that_says_something_else_is_not_written(tmp_path, monkeypatch, capsys):
    true_bytes = parts.as_bytes
    monkeypatch.setattr(parts, "as_bytes", lambda logits: true_bytes(logits + 0.3))
    assert export(["--random-tiny", "--out", str(tmp_path / "out")]) == 1
    assert "differ from transformers" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_is_refused_in_words(tmp_path, net, capsys):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "file").write_text("mine")
    assert export(["--random-tiny", "--out", str(taken)]) == 1
    assert "not an empty folder" in capsys.readouterr().err
    assert [path.name for path in taken.iterdir()] == ["file"]
    assert export(["--checkpoint", str(tmp_path / "nothing"), "--out", str(tmp_path / "out")]) == 1
    assert "config.json" in capsys.readouterr().err
    net.save_pretrained(tmp_path / "half")
    drop_weight(tmp_path / "half/model.safetensors", "detr_decoder.query_embed.weight")
    assert export(["--checkpoint", str(tmp_path / "half"), "--out", str(tmp_path / "out")]) == 1
    assert "detr_decoder.query_embed.weight" in capsys.readouterr().err
    (tmp_path / "half/config.json").write_text('{"model_type": "bert"}')
    assert export(["--checkpoint", str(tmp_path / "half"), "--out", str(tmp_path / "out")]) == 1
    assert "SAM 3" in capsys.readouterr().err
    assert not (tmp_path / "out").exists() and not list(tmp_path.glob(".out*"))


@pytest.mark.skipif(torch.cuda.is_available(), reason="asks for what is not there")
def test_cuda_is_refused_where_there_is_none(tmp_path, capsys):
    assert export(["--random-tiny", "--device", "cuda", "--out", str(tmp_path / "out")]) == 1
    assert "no CUDA device" in capsys.readouterr().err


def assert_close(one, other):
    for name, limit in (("scores", "score"), ("boxes", "box"), ("presence", "score")):
        difference = torch.as_tensor(one[name]) - torch.as_tensor(other[name])
        assert float(difference.abs().max()) <= manifest_of(FIXTURE)["limits"][limit], name


def export(arguments):
    device = [] if "--device" in arguments else ["--device", "cpu"]
    return export_sam3.main([*arguments, *device])


def drop_weight(path, name):
    from safetensors.torch import load_file, save_file

    weights = load_file(path)
    del weights[name]
    save_file(weights, path, metadata={"format": "pt"})
