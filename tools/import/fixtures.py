"""Small networks as PyTorch saves them, with what every layer gives for one image: the files of src/import/fixtures.

    python tools/import/fixtures.py

needs torch, torchvision, numpy and safetensors.
"""

import json
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn

from library import models
from values import fill, image

HERE = Path(__file__).resolve().parents[2] / "src" / "import" / "fixtures"
SAMPLES = 12

WHOLE = (
    "alexnet",
    "vgg11",
    "vgg16_bn",
    "googlenet",
    "inception_v3",
    "resnet18",
    "resnet50",
    "wide_resnet50_2",
    "resnext50_32x4d",
    "densenet121",
    "squeezenet1_0",
    "squeezenet1_1",
    "mobilenet_v2",
    "mobilenet_v3_large",
    "mobilenet_v3_small",
    "efficientnet_b0",
    "efficientnet_b2",
)


def small(block, layers, width: int, classes: int = 10, **options) -> nn.Module:
    """A ResNet of torchvision with fewer filters, which its own class does not offer."""
    net = models.resnet.ResNet(block, layers, num_classes=classes, **options)
    net.inplanes = width
    net.conv1 = nn.Conv2d(3, width, 7, 2, 3, bias=False)
    net.bn1 = nn.BatchNorm2d(width)
    net.layer1 = net._make_layer(block, width, layers[0])
    net.layer2 = net._make_layer(block, width * 2, layers[1], stride=2)
    net.layer3 = net._make_layer(block, width * 4, layers[2], stride=2)
    net.layer4 = net._make_layer(block, width * 8, layers[3], stride=2)
    net.fc = nn.Linear(width * 8 * block.expansion, classes)
    return net


def activations(net: nn.Module, side: int) -> dict:
    """Of every layer that has weights: its least and largest value, and some at a fixed stride, channels first."""
    seen = {}

    def hook(name):
        def keep(_module, _input, output):
            flat = output.detach().clone().flatten()
            count = min(SAMPLES, flat.numel())
            stride = flat.numel() // count
            seen[name] = {
                "shape": list(output.shape[1:]),
                "range": [float(flat.min()), float(flat.max())],
                "stride": stride,
                "values": [float(f"{v:.7g}") for v in flat[: stride * count : stride].tolist()],
            }

        return keep

    for name, module in net.named_modules():
        if isinstance(module, (nn.Conv2d, nn.BatchNorm2d, nn.Linear)):
            module.register_forward_hook(hook(name))
    with torch.no_grad():
        net(image(side))
    return seen


def write(name: str, net: nn.Module, side: int, save=None) -> None:
    fill(net)
    state = {key: tensor.clone() for key, tensor in net.state_dict().items()}
    told = {"side": side, "activations": activations(net, side)}
    if save is None:
        told["tensors"] = {key: list(tensor.shape) for key, tensor in state.items()}
    else:
        save(state)
    (HERE / f"{name}.json").write_text(json.dumps(told, separators=(",", ":")) + "\n")


def main() -> None:
    (HERE / "whole").mkdir(parents=True, exist_ok=True)
    at = lambda name: str(HERE / name)  # noqa: E731
    resnet = models.resnet
    write(
        "basic",
        small(resnet.BasicBlock, [1, 1, 1, 1], 4),
        64,
        lambda state: save_file(state, at("basic.safetensors")),
    )
    write(
        "bottleneck",
        small(resnet.Bottleneck, [1, 2, 1, 1], 4),
        64,
        # As a training saves it: within other things, and from several cards.
        lambda state: torch.save(
            {"epoch": 3, "state_dict": {f"module.{key}": value for key, value in state.items()}},
            at("bottleneck.pth"),
        ),
    )
    write(
        "grouped",
        small(resnet.Bottleneck, [1, 1, 1, 1], 4, groups=4, width_per_group=32),
        64,
        lambda state: torch.save(state, at("grouped.pt"), _use_new_zipfile_serialization=False),
    )
    write(
        "dense",
        models.densenet.DenseNet(8, (2, 3), 16, num_classes=10),
        64,
        lambda state: np.savez_compressed(
            at("dense.npz"), **{f"net.{key}": value.numpy() for key, value in state.items()}
        ),
    )
    # Too large to keep: its tensors are made again where they are tested.
    write("googlenet", models.GoogLeNet(num_classes=10, aux_logits=True, init_weights=False), 64)
    shapes()


def shapes() -> None:
    """Names and shapes of whole networks, by which they are recognized."""
    told = {}
    for name in WHOLE:
        with torch.device("meta"):
            options = {"init_weights": False} if name in ("googlenet", "inception_v3") else {}
            net = getattr(models, name)(weights=None, **options)
        told[name] = {key: list(tensor.shape) for key, tensor in net.state_dict().items()}
    (HERE / "whole" / "torchvision.json").write_text(json.dumps(told, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
