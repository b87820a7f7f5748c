"""Writes what PyTorch computes with shipped weights, so that a test can hold the browser to it: `python fixtures.py <model> …`.

For two drawings and every node: the smallest value, the largest, and some values at a fixed stride, in the page's
order (row by row, channels innermost). Numbers are little endian float32, in base 64.
"""

import argparse
import base64
import json
import subprocess

import numpy as np
import torch

from data import normalized
from export import read
from hardware import DEVICE
from network import Network, unrolled
from train import ROOT, graph_with

# By the set that a model was trained on.
DRAWINGS = {"cifar10": ("cat-1", "ship-1"), "imagenette": ("golf-ball-1", "church-1")}

# Drawings have at most so many pixels a side: those of larger networks are enlarged, each pixel to a square.
SIDE = 56

# Values of each node and image, fewer where a network has many nodes: a fixture stays below 100 KB.
SAMPLES = 100
BUDGET = 80_000


def drawings(size: int, names: tuple[str, ...]) -> list[dict]:
    files = ",".join(f"public/images/{name}.svg" for name in names)
    command = ["node", "tools/run.mjs", "tools/training/rasterize.ts", "--size", str(size), "--files", files]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def described(values: torch.Tensor, samples: int) -> np.ndarray:
    flat = unrolled(values)[0].detach().cpu().numpy().astype("<f4")
    count = min(samples, flat.size)
    stride = flat.size // count
    return np.concatenate([[flat.min(), flat.max()], flat[: count * stride : stride]]).astype("<f4")


def fixture(name: str) -> dict:
    folder = ROOT / "public" / "models" / name
    manifest = json.loads((folder / "manifest.json").read_text())
    graph = graph_with(manifest["network"], manifest["options"])
    model = Network(graph, 0).to(DEVICE)
    read(folder, graph, model)
    model.eval()
    side = graph["nodes"][0]["shape"][0]
    times = -(-side // SIDE)
    images = drawings(side // times, DRAWINGS[manifest.get("data", "cifar10")])
    samples = min(SAMPLES, BUDGET * 3 // 4 // 4 // (len(images) * len(graph["nodes"])) - 2)
    parts = []
    for image in images:
        pixels = np.frombuffer(base64.b64decode(image["rgb"]), np.uint8).reshape(image["height"], image["width"], 3)
        image["times"] = times
        pixels = pixels.repeat(times, 0).repeat(times, 1)
        traced = model.trace(normalized(torch.from_numpy(pixels.transpose(2, 0, 1).copy()).to(DEVICE)[None]))
        parts += [described(traced[node["id"]], samples) for node in graph["nodes"]]
    return {
        "model": name,
        "sha256": manifest["sha256"],
        "images": images,
        "samples": samples,
        "values": base64.b64encode(np.concatenate(parts).tobytes()).decode(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+")
    for name in parser.parse_args().models:
        path = ROOT / "src" / "runtime" / "fixtures" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(fixture(name)) + "\n")
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
