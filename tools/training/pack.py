"""Halves the files of shipped models: `python pack.py --test <data> <model> …`.

Kernels become int8 with one step size for every filter, if that costs next to nothing on the test images (`LIMITS`);
otherwise they stay as they are. Run fixtures.py, first-look and evaluate afterwards, because every number moves a little.
"""

import argparse
import json
from pathlib import Path

import torch

from data import load
from export import export, read, stepped
from hardware import DEVICE
from network import Network, to_page, to_torch
from train import ROOT, graph_with, measured

# Share of the test images that the rounding may cost, by the set that a model was trained on: a tenth of a point where a
# file is a few hundred kilobytes, three tenths where it halves megabytes.
LIMITS = {"cifar10": 0.001, "imagenette": 0.003}


def rounded(graph: dict, model: Network, most: int) -> Network:
    """The same network with kernels as they will be read back."""
    copy = Network(graph, 0).to(DEVICE)
    copy.load_state_dict(model.state_dict())
    for node in graph["nodes"]:
        for name, weight in copy.weights(node["id"]).items():
            if weight.dim() > 1 and node["weights"][name]["role"] != "fixed":
                whole, steps = stepped(to_page(node["op"], name, weight.detach()).cpu().numpy(), most)
                weight.data.copy_(to_torch(node["op"], name, torch.from_numpy((whole * steps).astype("float32"))))
    return copy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--test", type=Path, required=True, help="folder or tar.xz of class folders")
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "layerwise-training")
    parser.add_argument("--steps", type=int, default=127, help="of a filter's largest weight; fewer make a smaller file")
    parser.add_argument("models", nargs="+")
    given = parser.parse_args()
    images = load(given.test, given.work)
    for name in given.models:
        folder = ROOT / "public" / "models" / name
        manifest = json.loads((folder / "manifest.json").read_text())
        if any(tensor["type"] == "int8" for tensor in manifest["tensors"]):
            print(f"{name}: packed already")
            continue
        graph = graph_with(manifest["network"], manifest["options"])
        model = Network(graph, 0).to(DEVICE)
        read(folder, graph, model)
        # The error that the run ended with; half precision moves no answer that counts.
        before, after = manifest["testError"], measured(rounded(graph, model, given.steps), images, 50)["error"]
        print(f"{name}: {before:.2%} wrong when it was trained, {after:.2%} with int8", flush=True)
        if after - before < LIMITS[manifest.get("data", "cifar10")]:
            history = json.loads((ROOT / "public" / "runs" / f"{name}.json").read_text())
            export(folder, graph, model, history, "int8", after, given.steps)


if __name__ == "__main__":
    main()
