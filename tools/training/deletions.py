"""What a trained network still knows without some of its blocks (Veit et al. 2016), with no weight trained again.

`python deletions.py --test <data> <model> …` writes public/runs/deletions-<model>.json: the error on all test images without
each block in turn, and on some of them without random subsets of every size, and with every residual branch scaled.
A deleted block is its shortcut alone; a plain network has none, so it gets the one without weights that a ResNet has there.
"""

import argparse
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import torch
from torch import Tensor

from data import Images, load, normalized
from export import read
from hardware import DEVICE, machine
from network import OPS, Network
from recipes import RUNS
from train import ROOT, graph_of, rounded, save

# Factors of every residual branch.
FACTORS = tuple(i / 10 for i in range(11))


@dataclass
class Block:
    """Nodes between two points where the network is one tensor: `name` is their group, or empty for stem and head."""

    name: str
    nodes: list[dict]
    first: str
    last: str


def blocks_of(model: Network) -> list[Block]:
    """Stem, blocks and head in order. A block is a group `<stage>/<block>` with a name that ends in a number."""
    found: list[Block] = []
    for node in model.order:
        if node["op"] == "input":
            continue
        stage, _, rest = node["id"].partition("/")
        unit = rest.partition("/")[0]
        name = f"{stage}/{unit}" if unit.startswith("block") else ""
        if not found or found[-1].name != name:
            found.append(Block(name, [], found[-1].last if found else model.graph["input"], ""))
        found[-1].nodes.append(node)
        found[-1].last = node["id"]
    return found


class Editable:
    """A network whose blocks can be left out. Normalizations are folded into the convolutions before them."""

    def __init__(self, model: Network):
        self.model = model.eval()
        self.blocks = blocks_of(model)
        self.names = [block.name for block in self.blocks if block.name]
        self.folded: dict[str, dict[str, Tensor]] = {}
        self.passed: set[str] = set()
        self.readers = Counter(i for node in model.order for i in node["inputs"])
        for node in model.order:
            before = model.nodes[node["inputs"][0]] if node["inputs"] else None
            if node["op"] != "batchNorm" or before["op"] != "conv":
                continue
            norm, conv = model.weights(node["id"]), model.weights(before["id"])
            scale = norm["gamma"] / torch.sqrt(norm["variance"] + node["attrs"]["epsilon"])
            bias = norm["beta"] + (conv.get("bias", torch.zeros(())) - norm["mean"]) * scale
            kernel = conv["kernel"] * scale[:, None, None, None]
            self.folded[before["id"]] = {"kernel": kernel.contiguous(memory_format=torch.channels_last), "bias": bias}
            self.passed.add(node["id"])

    def block(self, block: Block, x: Tensor, factor: float = 1.0) -> Tensor:
        """The output of a block; `factor` scales what is added to the shortcut."""
        values = {block.first: x}
        for node in block.nodes:
            inputs = [values[i] for i in node["inputs"]]
            if node["id"] in self.passed:
                values[node["id"]] = inputs[0]
                continue
            # What this block computed itself and nobody else reads is written over: new memory costs more than the sum.
            own = inputs[0] is not x and self.readers[node["inputs"][0]] == 1
            if node["op"] == "relu" and own:
                values[node["id"]] = inputs[0].relu_()
            elif node["op"] == "add" and own:
                values[node["id"]] = inputs[0].mul_(factor).add_(inputs[1])
            else:
                weights = self.folded.get(node["id"]) or self.model.weights(node["id"])
                values[node["id"]] = OPS[node["op"]](node, *inputs, weights)
        return values[block.last]

    def without(self, block: Block, x: Tensor) -> Tensor:
        """What is left of a deleted block: its shortcut."""
        path = [node for node in block.nodes if "/shortcut/" in node["id"]]
        last = block.last if not path else path[-1]["id"]
        shape = self.model.nodes[block.last]["shape"]
        if path:
            left = self.block(Block(block.name, path, block.first, last), x)
        elif x.shape[2] == shape[0] and x.shape[1] == shape[2]:
            left = x
        else:
            stride = x.shape[2] // shape[0]
            left = OPS["subsamplePad"]({"attrs": {"stride": stride, "filters": shape[2]}}, x, {})
        # The sum would go through a ReLU; what a projection gives can be negative.
        return torch.relu(left) if any(node["op"] == "add" for node in block.nodes) else left

    def wrong(self, x: Tensor, labels: Tensor, cases: list[frozenset[str]], factor: float = 1.0) -> list[int]:
        """How many images are named wrongly without the blocks of each case. Cases that begin alike share what they share."""
        sums = [0] * len(cases)

        def go(place: int, x: Tensor, which: list[int]) -> None:
            if place == len(self.blocks):
                count = int((x.flatten(1).argmax(1) != labels).sum())
                for i in which:
                    sums[i] = count
                return
            block = self.blocks[place]
            gone = [i for i in which if block.name in cases[i]]
            kept = [i for i in which if block.name not in cases[i]]
            if kept:
                go(place + 1, self.block(block, x, factor), kept)
            if gone:
                go(place + 1, self.without(block, x), gone)

        go(0, x, list(range(len(cases))))
        return sums

    @torch.inference_mode()
    def errors(self, images: Images, cases: list[frozenset[str]], factor: float = 1.0, batch: int = 100) -> list[float]:
        """The share of images named wrongly, for each case."""
        sums = torch.zeros(len(cases), dtype=torch.float64)
        for start in range(0, len(images), batch):
            part = slice(start, start + batch)
            x = normalized(images.pixels[part]).contiguous(memory_format=torch.channels_last)
            sums += torch.tensor(self.wrong(x, images.labels[part], cases, factor), dtype=torch.float64)
        return [rounded(error) for error in (sums / len(images)).tolist()]


def subsets(names: list[str], size: int, draws: int, seed: int) -> list[frozenset[str]]:
    """Different subsets of one size by chance, at most `draws`; of the size of all, the only one."""
    generator = torch.Generator().manual_seed(seed * 1000 + size)
    drawn: list[frozenset[str]] = []
    for _ in range(20 * draws):
        each = frozenset(names[i] for i in torch.randperm(len(names), generator=generator)[:size].tolist())
        if each not in drawn:
            drawn.append(each)
        if len(drawn) == draws:
            break
    return drawn


def part_of(images: Images, count: int, seed: int) -> Images:
    """As many images of every class, drawn by seed; all where `count` is 0 or more than there are."""
    return images.only(images.classes, count // len(images.classes), seed) if 0 < count < len(images) else images


def measured(name: str, images: Images, fewer: Images, draws: int, seed: int) -> dict:
    """Everything about one shipped model: single blocks on `images`, subsets and factors on `fewer`."""
    graph = graph_of(RUNS[name])
    model = Network(graph, 0)
    read(ROOT / "public" / "models" / name, graph, model)
    network = Editable(model.to(DEVICE))
    names, none = network.names, frozenset()
    whole, *singles = network.errors(images, [none, *(frozenset([each]) for each in names)])
    print(name, "whole", whole, "single", singles, flush=True)
    sizes = range(1, len(names) + 1)
    cases = [(size, case) for size in sizes for case in subsets(names, size, draws, seed)]
    errors = network.errors(fewer, [case for _, case in cases])
    report = {
        "network": name,
        "title": graph["title"],
        "blocks": names,
        "testImages": len(images),
        "error": whole,
        "deletions": [{"block": each, "error": error} for each, error in zip(names, singles)],
        "someImages": len(fewer),
        "seed": seed,
        "subsets": [
            {"deleted": size, "errors": [error for (of, _), error in zip(cases, errors) if of == size]} for size in sizes
        ],
    }
    if any(node["op"] == "add" for node in graph["nodes"]):
        report["scaled"] = [{"factor": f, "error": network.errors(fewer, [none], f)[0]} for f in FACTORS]
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", type=Path, required=True, help="folder or tar.xz of class folders")
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "layerwise-training")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--images", type=int, default=0, help="test images for single blocks, as many of each class; all unless said")
    parser.add_argument("--some", type=int, default=1000, help="the same for subsets and factors")
    parser.add_argument("--draws", type=int, default=10, help="subsets of every size")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("models", nargs="+")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    test_set = load(given.test, given.work)
    images, fewer = (part_of(test_set, count, given.seed) for count in (given.images, given.some))
    for name in given.models:
        report = measured(name, images, fewer, given.draws, given.seed)
        path = ROOT / "public" / "runs" / f"deletions-{name}.json"
        save(path, {**report, "date": date.today().isoformat(), "machine": machine()})


if __name__ == "__main__":
    main()
