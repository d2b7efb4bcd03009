"""The four modules that are traced. Each takes and gives only uint8, int64 and float32; bfloat16 stays inside."""

from __future__ import annotations

import copy
from types import SimpleNamespace
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import Sam3Model
from transformers.models.sam3.modeling_sam3 import (
    Sam3GeometryEncoder,
    Sam3VisionEncoderOutput,
    box_cxcywh_to_xyxy,
)

from sam3_export.roi import roi_align

CONTEXT = 32
"""Tokens of a prompt: SAM 3 was trained with 32 and its position table ends there."""
MOST_INSTANCES = 32
"""Instances that leave the decoder for a concept: 32 masks of 288 x 288 are 2.7 MB, all 200 would be 16.6 MB."""
PADDING_LABEL = -10
"""The label of a place without a box, as transformers' Sam3Processor writes it."""

ENCODERS = ("vision_encoder", "text_encoder", "geometry_encoder")
"""Nine tenths of the weights, which the decoder is given the results of."""


class Features(NamedTuple):
    """One photo as the decoder sees it: maps at a quarter, half and whole patch, and the places of the coarsest."""

    f0: Tensor
    f1: Tensor
    f2: Tensor
    p2: Tensor


class Found(NamedTuple):
    """What the decoder says of N concepts, best instance first; see :class:`Decoder`."""

    scores: Tensor
    boxes: Tensor
    masks: Tensor
    semantic: Tensor
    presence: Tensor


def pixels(picture: Tensor) -> Tensor:
    """uint8 [S, S, 3] -> float32 [1, 3, S, S] in -1..1, as SAM 3's processor does (mean and deviation 0.5)."""
    return (picture.permute(2, 0, 1)[None].float() / 255.0 - 0.5) / 0.5


def dtype_of(net: Sam3Model) -> torch.dtype:
    """The type that the network computes in."""
    return net.text_projection.weight.dtype


class Vision(nn.Module):
    """uint8 [S, S, 3] (RGB) -> the four tensors of :class:`Features`, float32, batch 1."""

    def __init__(self, net: Sam3Model) -> None:
        super().__init__()
        self.encoder = net.vision_encoder
        self.dtype = dtype_of(net)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        seen = self.encoder(pixels(picture).to(self.dtype))
        f0, f1, f2, _ = seen.fpn_hidden_states
        return f0.float(), f1.float(), f2.float(), seen.fpn_position_encoding[2].float()


class Text(nn.Module):
    """Token ids and attention, int64 [N, 32] -> prompt, float32 [N, 32, H]."""

    def __init__(self, net: Sam3Model) -> None:
        super().__init__()
        self.encoder, self.projection = net.text_encoder, net.text_projection

    def forward(self, ids: Tensor, attention: Tensor) -> Tensor:
        said = self.encoder(input_ids=ids, attention_mask=attention, return_dict=True)
        return self.projection(said.last_hidden_state).float()


class Geometry(nn.Module):
    """Exemplar boxes -> prompt, float32 [N, B + 1, H], and its attention, int64 [N, B + 1], to append to the text's.

    Boxes are float32 [N, B, 4], cx cy w h in 0..1; labels int64 [N, B]: 1 positive, 0 negative, -10 no box (after the
    boxes of a concept, never between them). A concept without any box gets attention 0 throughout: it is asked by its
    text alone, whatever its neighbours bring. (transformers, given such a row in a batch, lets it see the encoder's
    class token, and its result hangs on the company it is asked in.)
    """

    def __init__(self, net: Sam3Model) -> None:
        super().__init__()
        self.encoder = copy.copy(net.geometry_encoder)
        self.encoder._encode_boxes = self._encode_boxes
        self.dtype = dtype_of(net)

    def forward(
        self, f0: Tensor, f1: Tensor, f2: Tensor, p2: Tensor, boxes: Tensor, labels: Tensor
    ) -> tuple[Tensor, Tensor]:
        count = boxes.shape[0]
        real = labels != PADDING_LABEL
        encoded = self.encoder(
            box_embeddings=boxes.to(self.dtype),
            box_mask=real,
            box_labels=torch.where(real, labels, 0),
            img_feats=(f2.to(self.dtype).expand(count, -1, -1, -1),),
            img_pos_embeds=(p2.to(self.dtype).expand(count, -1, -1, -1),),
        )
        attention = encoded.attention_mask & real.any(dim=1, keepdim=True)
        return encoded.last_hidden_state.float(), attention.long()

    def _encode_boxes(self, boxes: Tensor, mask: Tensor, labels: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Sam3GeometryEncoder._encode_boxes with its ``roi_align`` exchanged; all concepts look at the same photo."""
        encoder: Sam3GeometryEncoder = self.encoder
        count, places = boxes.shape[:2]
        height, width = features.shape[-2:]
        scale = torch.tensor([width, height, width, height], dtype=boxes.dtype, device=boxes.device)
        corners = (box_cxcywh_to_xyxy(boxes) * scale).reshape(-1, 4)
        corners = corners.to(torch.float16 if features.dtype == torch.bfloat16 else features.dtype)
        pooled = roi_align(features[:1].float(), corners, encoder.roi_size).to(features.dtype)
        pooled = encoder.boxes_pool_project(pooled).view(count, places, encoder.hidden_size)
        place = encoder._encode_box_coordinates(*(side.flatten() for side in boxes.unbind(-1)))
        place = encoder.boxes_pos_enc_project(place.view(count, places, place.shape[-1]))
        return encoder.label_embed(labels) + (encoder.boxes_direct_project(boxes) + pooled + place), mask


class Decoder(nn.Module):
    """The features of one photo, N prompts [N, P, H] and their attention [N, P] -> :class:`Found`.

    scores float32 [N, K], descending: sigmoid(logit) x sigmoid(presence); boxes float32 [N, K, 4], x1 y1 x2 y2 in 0..1;
    masks uint8 [N, K, M, M] and semantic uint8 [N, M, M]: 255 x sigmoid, rounded; presence float32 [N].
    """

    def __init__(self, net: Sam3Model) -> None:
        super().__init__()
        self.net = copy.copy(net)
        self.net._modules = {name: part for name, part in net._modules.items() if name not in ENCODERS}
        self.instances = instances_of(net)

    def forward(
        self, f0: Tensor, f1: Tensor, f2: Tensor, p2: Tensor, prompt: Tensor, attention: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        dtype = dtype_of(self.net)
        shared = Features(*(part.to(dtype) for part in (f0, f1, f2, p2)))
        out = self.net(
            vision_embeds=for_all(shared, prompt.shape[0]),
            text_embeds=SimpleNamespace(pooler_output=prompt.to(dtype)),
            attention_mask=attention,
        )
        presence = out.presence_logits.float().sigmoid()
        scores, best = (out.pred_logits.float().sigmoid() * presence).topk(self.instances, dim=1)
        boxes = out.pred_boxes.float().gather(1, best[:, :, None].expand(-1, -1, 4))
        side = out.pred_masks.shape[-1]
        masks = out.pred_masks.gather(1, best[:, :, None, None].expand(-1, -1, side, side))
        return scores, boxes, as_bytes(masks), as_bytes(out.semantic_seg.squeeze(1)), presence.squeeze(1)


def instances_of(net: Sam3Model) -> int:
    """How many instances of a concept leave the decoder."""
    return min(net.config.detr_decoder_config.num_queries, MOST_INSTANCES)


def as_bytes(logits: Tensor) -> Tensor:
    """Logits -> uint8: 255 x sigmoid, rounded, so that 128 and more is inside."""
    return (logits.float().sigmoid() * 255.0).round().to(torch.uint8)


def for_all(features: Features, count: int) -> Sam3VisionEncoderOutput:
    """One photo's features as a batch of ``count`` for Sam3Model, which drops the last level and reads one position."""
    f0, f1, f2 = (part.expand(count, -1, -1, -1) for part in features[:3])
    p2 = features.p2.expand(count, -1, -1, -1)
    return Sam3VisionEncoderOutput(fpn_hidden_states=(f0, f1, f2, f2), fpn_position_encoding=(p2, p2, p2, p2))
