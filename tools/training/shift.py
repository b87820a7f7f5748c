"""Other light in use than in training: the error of a shipped network on darker and brighter test images.

`python shift.py --train <data> --test <data>` writes public/runs/shift.json. Nothing is trained: the network is used as it
is, and once more with the means and variances of its normalizations taken anew from training images in the same light.
"""

import argparse
from datetime import date
from pathlib import Path

import torch
from torch import Tensor

from data import Images, load, normalized
from export import read
from hardware import DEVICE, machine
from network import Network
from train import ROOT, graph_with, measured, save

NETWORK = "cifar-resnet20"
# Every pixel times the factor; what would be brighter than white is white.
FACTORS = (0.15, 0.25, 0.4, 0.6, 0.8, 1.0, 1.3, 1.7, 2.2, 3.0)
# Training images that the statistics are taken from, a class.
EACH = 200


def lit(images: Images, factor: float) -> Images:
    pixels = (images.pixels.float() * factor).round().clamp(0, 255).to(torch.uint8)
    return Images(pixels, images.labels, images.classes)


@torch.no_grad()
def take_anew(model: Network, pixels: Tensor, batch: int = 250) -> None:
    """Means and variances of every normalization from these images: the mean over batches in training mode."""
    model.train()
    buffers = {name: value for name, value in model.named_buffers() if name.endswith((":mean", ":variance"))}
    sums = {name: torch.zeros_like(value) for name, value in buffers.items()}
    batches = pixels.split(batch)
    for part in batches:
        # With statistics of 0 and a share of 0.1 for the new batch, a tenth of its own statistics is left.
        for value in buffers.values():
            value.zero_()
        model(normalized(part))
        for name, value in buffers.items():
            sums[name] += value * 10
    for name, value in buffers.items():
        value.copy_(sums[name] / len(batches))


def loaded() -> tuple[dict, Network]:
    graph = graph_with(NETWORK, {})
    model = Network(graph, 0)
    read(ROOT / "public" / "models" / NETWORK, graph, model)
    return graph, model.to(DEVICE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "layerwise-training")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.work.mkdir(parents=True, exist_ok=True)
    train_set, test_set = load(given.train, given.work), load(given.test, given.work)
    some = train_set.only(train_set.classes, EACH, 1)
    points = []
    for factor in FACTORS:
        test = lit(test_set, factor)
        graph, model = loaded()
        kept = measured(model, test)["error"]
        take_anew(model, lit(some, factor).pixels)
        points.append({"factor": factor, "kept": kept, "anew": measured(model, test)["error"]})
        print(points[-1], flush=True)
    save(
        ROOT / "public" / "runs" / "shift.json",
        {
            "network": NETWORK,
            "title": graph["title"],
            "testImages": len(test_set),
            "statisticsImages": len(some),
            "date": date.today().isoformat(),
            "machine": machine(),
            "points": points,
        },
    )


if __name__ == "__main__":
    main()
