"""SAM 3 with random weights: a small one for tests, the full size for measuring speed without the real weights."""

from __future__ import annotations

from fnmatch import fnmatch
from types import SimpleNamespace

import torch
from torch import Tensor, nn
from transformers import Sam3Config, Sam3Model
from transformers.models.sam3.modeling_sam3 import Sam3ViTEmbeddings

from sam3_export.parts import CONTEXT, Features, for_all

TINY_QUERIES = 40
"""More than the decoder lets out, so that its choice of the best is tested too."""


def tiny_config() -> Sam3Config:
    """The architecture of SAM 3 at 224 x 224 with two layers where the real one has six or more."""
    hidden = 32
    detr = {"hidden_size": hidden, "num_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
    return Sam3Config(
        vision_config={
            "backbone_config": {
                "hidden_size": 48,
                "intermediate_size": 96,
                "num_hidden_layers": 4,
                "num_attention_heads": 4,
                "image_size": 224,
                "window_size": 8,
                "global_attn_indexes": [1, 3],
                "pretrain_image_size": 112,
            },
            "fpn_hidden_size": hidden,
            "backbone_feature_sizes": [[64, 64], [32, 32], [16, 16]],
        },
        text_config={
            "model_type": "clip_text_model",
            "vocab_size": 49408,
            "hidden_size": 16,
            "intermediate_size": 32,
            "projection_dim": 16,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "max_position_embeddings": 32,
            "hidden_act": "gelu",
        },
        geometry_encoder_config=detr | {"num_layers": 1},
        detr_encoder_config=dict(detr),
        detr_decoder_config=detr | {"num_queries": TINY_QUERIES},
        mask_decoder_config={"hidden_size": hidden, "num_attention_heads": 4},
    )


def build(kind: str, seed: int) -> Sam3Model:
    """The same weights for the same kind (``random-tiny``, ``random-full``) and seed, on the CPU in float32."""
    config = {"random-tiny": tiny_config, "random-full": Sam3Config}[kind]()
    net = Sam3Model(config).eval()
    spread(net, torch.Generator().manual_seed(seed))
    return net


STEEPER = (
    ("dot_product_scoring.*_proj", 3.5),
    ("detr_decoder.presence_head.layer3", 12.0),
    ("detr_decoder.layers.*.vision_cross_attn.o_proj", 0.6),
    ("detr_decoder.layers.*.mlp.fc2", 0.5),
    ("detr_decoder.box_rpb_embed_?.layer?", 3.0),
    ("detr_decoder.query_embed", 2.0),
    ("mask_decoder.mask_embedder.layers.2", 2.5),
    ("mask_decoder.semantic_projection", 2.5),
    ("mask_decoder.prompt_cross_attn.o_proj", 3.0),
    ("geometry_encoder.label_embed", 2.0),
    ("geometry_encoder.layers.*_attn.o_proj", 0.3),
    ("detr_decoder.layers.*.self_attn.o_proj", 0.3),
    ("detr_decoder.layers.*.text_cross_attn.o_proj", 0.3),
    ("detr_encoder.layers.*.cross_attn.o_proj", 2.0),
)
"""Where a matrix of common size leaves an output flat, or one input without a say beside the others."""
WORDS = 4
"""Tokens of an ordinary prompt: start, one or two words, end."""
BOXES = 3
"""Exemplars of an ordinary prompt that has some."""
POSITION_STRENGTH = 0.3
"""Of the places against the colours of a picture, so that two pictures differ."""


@torch.no_grad()
def spread(net: Sam3Model, dice: torch.Generator) -> None:
    """Draws all weights anew. transformers' own start is so narrow that every output is flat and every error unseen.

    Matrices keep the size of what passes through them and ignore what all their inputs share (behind a ReLU that is
    most of it, and would make every mask full or empty); kernels that see neighbouring pixels are smooth, so that masks
    have an inside.
    """
    for name, module in net.named_modules():
        for parameter in module.parameters(recurse=False):
            steeper = next((factor for where, factor in STEEPER if fnmatch(name, where)), 1.0)
            parameter.copy_(_drawn(module, parameter, dice) * (steeper if parameter.ndim > 1 else 1.0))
    _centre_scores(net, dice)


def _centre_scores(net: Sam3Model, dice: torch.Generator) -> None:
    """Takes from the queries what they share on average; it would lift or drown all scores of a concept together."""
    hidden, prompts = net.config.detr_decoder_config.hidden_size, 8
    heads = (net.dot_product_scoring.query_proj, net.dot_product_scoring.text_proj)
    seen: dict[nn.Module, list[Tensor]] = {head: [] for head in heads}
    hooks = [head.register_forward_pre_hook(lambda head, inputs: seen[head].append(inputs[0])) for head in heads]
    maps = [torch.randn(1, hidden, height, width, generator=dice) for height, width in _map_sizes(net)]
    position = net.vision_encoder.neck.position_encoding(maps[2].shape, maps[2].device, maps[2].dtype)
    for _ in range(prompts):
        said = torch.randn(1, CONTEXT, hidden, generator=dice)
        net(
            vision_embeds=for_all(Features(*maps, position), 1),
            text_embeds=SimpleNamespace(pooler_output=said),
            attention_mask=(torch.arange(CONTEXT) < WORDS).long()[None],
            input_boxes=torch.rand(1, BOXES, 4, generator=dice),
            input_boxes_labels=torch.arange(BOXES)[None] % 2,
        )
    for head, hook in zip(heads, hooks, strict=True):
        hook.remove()
        shared = torch.stack(seen[head]).flatten(0, -2).mean(dim=0)
        head.bias.copy_(-head.weight @ shared)


def _map_sizes(net: Sam3Model) -> list[tuple[int, int]]:
    """Sides of the three maps that the neck gives, finest first."""
    backbone = net.config.vision_config.backbone_config
    side = backbone.image_size // backbone.patch_size
    return [(4 * side, 4 * side), (2 * side, 2 * side), (side, side)]


def _drawn(module: nn.Module, parameter: Tensor, dice: torch.Generator) -> Tensor:
    noise = torch.randn(parameter.shape, generator=dice)
    if parameter.ndim == 1:
        is_scale = isinstance(module, (nn.LayerNorm, nn.GroupNorm)) and parameter is module.weight
        return noise * 0.1 + (1.0 if is_scale else 0.0)
    if isinstance(module, nn.Embedding):
        return noise
    if isinstance(module, Sam3ViTEmbeddings):
        return noise * POSITION_STRENGTH
    if isinstance(module, nn.ConvTranspose2d):
        return noise[:, :, :1, :1].expand_as(noise) * module.in_channels**-0.5
    if isinstance(module, nn.Conv2d):
        return _centred(noise[:, :, :1, :1]) * _smooth(parameter.shape[-1]) * module.in_channels**-0.5
    return _centred(noise) * parameter[0].numel() ** -0.5


def _centred(matrix: Tensor) -> Tensor:
    colours = 3
    return matrix - matrix.mean(dim=1, keepdim=True) if matrix.shape[1] > colours else matrix


def _smooth(side: int) -> Tensor:
    """A kernel that weighs all its pixels, the middle most; its sum is 1."""
    wave = torch.sin(torch.arange(1, side + 1) * (torch.pi / (side + 1)))
    return torch.outer(wave, wave) / wave.sum() ** 2
