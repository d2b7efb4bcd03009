"""The saved files against Sam3Model, and what they must not depend on."""

from __future__ import annotations

import io
import zipfile

import pytest
import torch
import torchvision

from sam3_export import tracing
from sam3_export.asking import PARTS, Exemplars, Question, ask_package, ask_transformers, padded
from sam3_export.comparison import FLOAT32_LIMITS, differences
from sam3_export.golden import CASES
from sam3_export.parts import Geometry, pixels
from sam3_export.photos import SCENES, draw

SHOWN = Exemplars([[0.7, 0.28, 0.2, 0.3], [0.3, 0.5, 0.3, 0.35]], [1, 0])


@pytest.fixture(scope="module")
def modules(made):
    return tracing.load(made, "cpu")


@pytest.fixture(scope="module")
def picture():
    drawn = torch.from_numpy(draw(SCENES["small"])).permute(2, 0, 1)
    return (torchvision.transforms.v2.functional.resize(drawn, [224, 224]) * 255).round().byte().permute(1, 2, 0)


def test_everything_but_the_roi_align_of_the_geometry_is_sam3s_own(net, picture):
    boxes, labels = padded([SHOWN, Exemplars([[0.95, 0.9, 0.3, 0.4]], [0]), Exemplars([[0.5] * 4] * 3, [1] * 3)], "cpu")
    seen = net.get_vision_features(pixels(picture))
    features, place = seen.fpn_hidden_states[2], seen.fpn_position_encoding[2]
    expected = net.geometry_encoder(
        box_embeddings=boxes,
        box_mask=labels != -10,
        box_labels=torch.where(labels == -10, 0, labels),
        img_feats=(features.expand(3, -1, -1, -1),),
        img_pos_embeds=(place.expand(3, -1, -1, -1),),
    )
    prompt, attention = Geometry(net)(*seen.fpn_hidden_states[:3], place, boxes, labels)
    torch.testing.assert_close(prompt, expected.last_hidden_state, atol=1e-4, rtol=0)
    assert torch.equal(attention.bool(), expected.attention_mask)


@pytest.mark.parametrize("concepts", [1, 5, 7, 16])
@pytest.mark.parametrize("boxes", [0, 1, 6])
def test_any_number_of_concepts_and_boxes(net, modules, picture, tokens, concepts, boxes):
    words = [case.prompts[0] for case in CASES] * 4
    some = Exemplars([[0.2 + 0.1 * place, 0.5, 0.2, 0.3] for place in range(boxes)], [1, 0, 1, 1, 0, 1][:boxes])
    shown = [some if boxes and place % 3 == 0 else None for place in range(concepts)]
    question = Question(picture, tokens.batch(words[:concepts]), shown)
    assert differences(ask_package(modules, question), ask_transformers(net, question), FLOAT32_LIMITS) == []


def test_a_concept_does_not_hang_on_its_neighbours(modules, picture, tokens):
    ids = tokens.batch(["sofa", "lamp"])
    alone = ask_package(modules, Question(picture, ids[:1], [None]))
    beside = ask_package(modules, Question(picture, ids, [None, SHOWN]))
    torch.testing.assert_close(beside.scores[:1], alone.scores, atol=1e-5, rtol=0)
    assert int((beside.masks[:1].int() - alone.masks.int()).abs().max()) <= 1


def test_instances_are_sorted_and_capped(modules, picture, tokens):
    found = ask_package(modules, Question(picture, tokens.batch(["sofa", "lamp"]), [None, None]))
    assert found.scores.shape == (2, 32)
    assert found.masks.shape == (2, 32, 64, 64) and found.masks.dtype == torch.uint8
    assert bool((found.scores.diff(dim=1) <= 0).all())


def test_only_plain_types_cross_the_border(modules, picture, tokens):
    features = modules["vision"](picture)
    assert {part.dtype for part in features} == {torch.float32}
    found = ask_package(modules, Question(picture, tokens.batch(["sofa"]), [SHOWN]))
    assert [part.dtype for part in found] == [torch.float32, torch.float32, torch.uint8, torch.uint8, torch.float32]


@pytest.mark.parametrize("part", PARTS)
def test_the_files_need_no_torchvision_and_tell_no_paths(made, part):
    with zipfile.ZipFile(io.BytesIO((made / f"{part}.pt").read_bytes())) as archive:
        names = archive.namelist()
        code = b"".join(archive.read(name) for name in names if name.endswith(".py"))
    assert b"torchvision" not in code and b"site-packages" not in code
    assert code and not [name for name in names if name.endswith(".debug_pkl")]
