"""Counts networks of torchvision in PyTorch, for references and gold rows: nothing of Layerwise takes part.

    python tools/import/count.py [NAME ...]

Multiply-accumulates are those of convolutions and fully connected layers, biases not counted.
"""

import json
import sys

import torch
from library import models
from torch import nn


def counted(net: nn.Module, side: int) -> dict:
    macs = 0

    def count(module: nn.Module, inputs: tuple, output: torch.Tensor) -> None:
        nonlocal macs
        if isinstance(module, nn.Conv2d):
            macs += output[0].numel() * module.weight[0].numel()
        elif isinstance(module, nn.Linear):
            macs += module.weight.numel()

    hooks = [module.register_forward_hook(count) for module in net.modules()]
    with torch.no_grad():
        net.eval()(torch.zeros(1, 3, side, side))
    for hook in hooks:
        hook.remove()
    return {"params": sum(each.numel() for each in net.parameters()), "macs": macs}


NETWORKS = {
    "mobilenet_v3_large": (lambda: models.mobilenet_v3_large(weights=None), 224),
    "mobilenet_v3_small": (lambda: models.mobilenet_v3_small(weights=None), 224),
    "efficientnet_b0": (lambda: models.efficientnet_b0(weights=None), 224),
    "mobilenet_v2": (lambda: models.mobilenet_v2(weights=None), 224),
}


if __name__ == "__main__":
    torch.set_num_threads(1)
    for name in sys.argv[1:] or NETWORKS:
        make, side = NETWORKS[name]
        print(json.dumps({"name": name, **counted(make(), side)}), flush=True)
