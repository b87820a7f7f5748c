"""Error against the amount of data: one kind of network in three widths, from 50 photographs to all of them.

`python amount.py --train <data> --test <data>` writes public/runs/data-amount.json; results come one by one and are
kept, so it goes on where it was interrupted.
"""

import argparse
import json
from datetime import date
from pathlib import Path

import torch

from checkpoint import results_of
from data import load
from hardware import DEVICE, machine
from network import Network
from recipes import Run
from train import ROOT, graph_of, measured, save
from transfer import fit

NETWORK = "cifar-resnet20"
# Channels of the first stage; the second and third have twice and four times as many.
WIDTHS = (4, 8, 16)
# Batches of 64 by images a class. Few images are seen many times, all of them four times.
STEPS = {5: 100, 15: 150, 50: 300, 150: 500, 500: 1000, 1500: 1600, 5000: 3200}
SEEDS = (1, 2, 3)
RATE = 0.1


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
    graphs = {width: graph_of(Run("amount", NETWORK, options={"width": width})) for width in WIDTHS}

    path = ROOT / "public" / "runs" / "data-amount.json"
    results = results_of(path, report(graphs, len(test_set), len(train_set.classes), []))
    for seed in SEEDS:
        for each, steps in STEPS.items():
            images = train_set.only(train_set.classes, each, seed)
            for width, graph in graphs.items():
                way = f"width {width}"
                if any(r["seed"] == seed and r["each"] == each and r["way"] == way for r in results):
                    continue
                model = Network(graph, seed).to(DEVICE)
                fit(model, images, steps, RATE, seed)
                results.append({"way": way, "each": each, "seed": seed, "error": measured(model, test_set)["error"]})
                print(json.dumps(results[-1]), flush=True)
                save(path, report(graphs, len(test_set), len(train_set.classes), results))


def report(graphs: dict[int, dict], tested: int, classes: int, results: list[dict]) -> dict:
    return {
        "network": NETWORK,
        "title": graphs[max(graphs)]["title"],
        "ways": [
            {"name": f"width {width}", "params": graph["params"], "macs": graph["macs"]}
            for width, graph in graphs.items()
        ],
        "classes": classes,
        "steps": STEPS,
        "batch": 64,
        "rate": RATE,
        "testImages": tested,
        "date": date.today().isoformat(),
        "machine": machine(),
        "results": results,
    }


if __name__ == "__main__":
    main()
