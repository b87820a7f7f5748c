"""torchvision's networks without its compiled operators, which not every build of PyTorch can load."""

import torch

OPERATORS = (
    "nms",
    "qnms",
    "roi_align",
    "_roi_align_backward",
    "roi_pool",
    "_roi_pool_backward",
    "ps_roi_align",
    "_ps_roi_align_backward",
    "ps_roi_pool",
    "_ps_roi_pool_backward",
    "deform_conv2d",
    "_deform_conv2d_backward",
)

try:
    torch.ops.torchvision.nms
except (AttributeError, RuntimeError):
    _kept = torch.library.Library("torchvision", "DEF")
    for _name in OPERATORS:
        _kept.define(f"{_name}(Tensor a) -> Tensor")

import torchvision  # noqa: E402

models = torchvision.models
