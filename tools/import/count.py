"""Counts networks of torchvision in PyTorch, for references and gold rows: nothing of Layerwise takes part.

    python tools/import/count.py [NAME ...]

Multiply-accumulates are those of convolutions and fully connected layers, biases not counted. Of `inception_v3` and
`se_resnet50` every stage is told: name, height, width, channels, receptive field, parameters, multiply-accumulates.
"""

import json
import sys

import torch
from library import models
from torch import nn
from torchvision.ops.misc import SqueezeExcitation

resnet = models.resnet


class GatedBottleneck(resnet.Bottleneck):
    """A bottleneck whose channels are weighed before the shortcut is added (Hu et al. 2018, figure 3)."""

    def __init__(self, inplanes, planes, *args, **options):
        super().__init__(inplanes, planes, *args, **options)
        self.se = SqueezeExcitation(planes * self.expansion, planes * self.expansion // 16)

    def forward(self, x):
        y = self.relu(self.bn1(self.conv1(x)))
        y = self.relu(self.bn2(self.conv2(y)))
        y = self.se(self.bn3(self.conv3(y)))
        return self.relu(y + (x if self.downsample is None else self.downsample(x)))


def macs_of(module: nn.Module, output: torch.Tensor) -> int:
    if isinstance(module, nn.Conv2d):
        return output[0].numel() * module.weight[0].numel()
    return module.weight.numel() if isinstance(module, nn.Linear) else 0


def measured(net: nn.Module, side: int) -> tuple[dict, dict]:
    """Multiply-accumulates of every module alone, and the shape that each gives."""
    macs, shapes = {}, {}

    def take(module: nn.Module, _: tuple, output: torch.Tensor) -> None:
        macs[module] = macs_of(module, output)
        shapes[module] = list(output.shape[1:])

    hooks = [module.register_forward_hook(take) for module in net.modules()]
    with torch.no_grad():
        net.eval()(torch.zeros(1, 3, side, side))
    for hook in hooks:
        hook.remove()
    return macs, shapes


def counted(net: nn.Module, side: int) -> dict:
    macs, _ = measured(net, side)
    kinds = {"weights": 0, "biases": 0, "norms": 0, "running": 0}
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d):
            kinds["norms"] += module.weight.numel() + module.bias.numel()
            kinds["running"] += module.running_mean.numel() + module.running_var.numel()
        elif isinstance(module, (nn.Conv2d, nn.Linear)):
            kinds["weights"] += module.weight.numel()
            kinds["biases"] += 0 if module.bias is None else module.bias.numel()
    convs = sum(isinstance(module, nn.Conv2d) for module in net.modules())
    params = sum(each.numel() for each in net.parameters())
    return {"params": params, "macs": sum(macs.values()), "breakdown": list(kinds.values()), "convs": convs}


class Seen:
    """First and last pixel that each row sees; padding continues them by equal steps."""

    def __init__(self, rows: list, step: int):
        self.rows, self.step = rows, step

    def at(self, i: int) -> tuple:
        near = min(max(i, 0), len(self.rows) - 1)
        moved = (i - near) * self.step
        return self.rows[near][0] + moved, self.rows[near][1] + moved

    def through(self, kernel: int, stride: int = 1, padding: int = 0) -> "Seen":
        count = (len(self.rows) + 2 * padding - kernel) // stride + 1
        ends = [(i * stride - padding, i * stride - padding + kernel - 1) for i in range(count)]
        return Seen([(self.at(first)[0], self.at(last)[1]) for first, last in ends], self.step * stride)

    def convs(self, *modules: nn.Module) -> "Seen":
        seen = self
        for module in modules:
            vertical = lambda value: value if isinstance(value, int) else value[0]  # noqa: E731
            seen = seen.through(vertical(module.kernel_size), vertical(module.stride), vertical(module.padding))
        return seen

    def with_(self, *others: "Seen") -> "Seen":
        every = [self, *others]
        pairs = [[seen.rows[i] for seen in every] for i in range(len(self.rows))]
        return Seen([(min(a for a, _ in pair), max(b for _, b in pair)) for pair in pairs], self.step)

    def pooled(self) -> "Seen":
        whole = min(a for a, _ in self.rows), max(b for _, b in self.rows)
        return Seen([whole] * len(self.rows), self.step)

    @property
    def size(self) -> int:
        return max(b - a + 1 for a, b in self.rows)


def rows(parts: list, macs: dict) -> list:
    told = []
    for name, modules, (channels, height, width), seen in parts:
        inner = [each for module in modules for each in module.modules()]
        params = sum(each.numel() for module in modules for each in module.parameters())
        told.append([name, height, width, channels, seen.size, params, sum(macs.get(each, 0) for each in inner)])
    return told


def image(side: int) -> Seen:
    return Seen([(i, i) for i in range(side)], 1)


def se_resnet50() -> dict:
    net = resnet.ResNet(GatedBottleneck, [3, 4, 6, 3])
    macs, shapes = measured(net, 224)
    seen = image(224).convs(net.conv1)
    parts = [("conv1", [net.conv1, net.bn1], shapes[net.conv1], seen)]
    seen = seen.convs(net.maxpool)
    parts.append(("maxpool", [], shapes[net.maxpool], seen))
    for i, stage in enumerate([net.layer1, net.layer2, net.layer3, net.layer4]):
        for block in stage:
            branch = seen.convs(block.conv1, block.conv2, block.conv3)
            shortcut = seen.convs(block.downsample[0]) if block.downsample else seen
            seen = branch.with_(branch.pooled(), shortcut)
        parts.append((f"conv{i + 2}_x", [stage], shapes[stage], seen))
    seen = seen.pooled()
    parts.append(("avgpool", [], shapes[net.avgpool], seen))
    parts.append(("fc", [net.fc], [1000, 1, 1], seen))
    return {**counted(net, 224), "stages": rows(parts, macs)}


def inception_v3() -> dict:
    net = models.inception_v3(weights=None, aux_logits=False, init_weights=False)
    macs, shapes = measured(net, 299)
    seen, parts = image(299), []
    largest = 0

    def plain(name: str, *modules: nn.Module) -> None:
        nonlocal seen, largest
        convs = [getattr(module, "conv", module) for module in modules]
        seen = seen.convs(*convs)
        largest = max(largest, seen.size)
        parts.append((name, modules, shapes[modules[-1]], seen))

    def mixed(name: str, block: nn.Module) -> None:
        nonlocal seen, largest
        of = lambda *names: [getattr(block, each).conv for each in names]  # noqa: E731
        pool = [nn.AvgPool2d(3, 1, 1)]
        kind = type(block).__name__[-1]
        paths = {
            "A": lambda: [
                of("branch1x1"), of("branch5x5_1", "branch5x5_2"),
                of("branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3"), pool + of("branch_pool"),
            ],
            "B": lambda: [
                of("branch3x3"), of("branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3"), [nn.MaxPool2d(3, 2)],
            ],
            "C": lambda: [
                of("branch1x1"), of(*(f"branch7x7_{i}" for i in (1, 2, 3))),
                of(*(f"branch7x7dbl_{i}" for i in (1, 2, 3, 4, 5))), pool + of("branch_pool"),
            ],
            "D": lambda: [
                of("branch3x3_1", "branch3x3_2"), of(*(f"branch7x7x3_{i}" for i in (1, 2, 3, 4))),
                [nn.MaxPool2d(3, 2)],
            ],
            "E": lambda: [
                of("branch1x1"), of("branch3x3_1", "branch3x3_2a"), of("branch3x3_1", "branch3x3_2b"),
                of("branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3a"),
                of("branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3b"), pool + of("branch_pool"),
            ],
        }[kind]()  # fmt: skip
        ends = [seen.convs(*path) for path in paths]
        seen = ends[0].with_(*ends[1:])
        largest = max(largest, *(each.size for each in ends))
        parts.append((name, [block], shapes[block], seen))

    plain("conv_1a", net.Conv2d_1a_3x3)
    plain("conv_2a", net.Conv2d_2a_3x3)
    plain("conv_2b", net.Conv2d_2b_3x3)
    plain("pool1", net.maxpool1)
    plain("conv_3b", net.Conv2d_3b_1x1)
    plain("conv_4a", net.Conv2d_4a_3x3)
    plain("pool2", net.maxpool2)
    for block in "5b 5c 5d 6a 6b 6c 6d 6e 7a 7b 7c".split():
        mixed(f"mixed_{block}", getattr(net, f"Mixed_{block}"))
    deepest = largest
    seen = seen.pooled()
    parts.append(("avgpool", [], shapes[net.avgpool], seen))
    parts.append(("fc", [net.fc], [1000, 1, 1], seen))
    return {**counted(net, 299), "deepest": deepest, "stages": rows(parts, macs)}


def whole(name: str, side: int = 224):
    return lambda: counted(getattr(models, name)(weights=None), side)


NETWORKS = {
    "mobilenet_v2": whole("mobilenet_v2"),
    "mobilenet_v3_large": whole("mobilenet_v3_large"),
    "mobilenet_v3_small": whole("mobilenet_v3_small"),
    "efficientnet_b0": whole("efficientnet_b0"),
    "se_resnet50": se_resnet50,
    "inception_v3": inception_v3,
}


if __name__ == "__main__":
    torch.set_num_threads(1)
    for name in sys.argv[1:] or NETWORKS:
        print(json.dumps({"name": name, **NETWORKS[name]()}), flush=True)
