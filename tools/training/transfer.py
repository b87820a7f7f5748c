"""Transfer: a trunk learns six classes, then four others are learned from few images, in four ways.

`python transfer.py --train <data> --test <data>` writes public/runs/transfer.json; results come one by one and are
kept, so it goes on where it was interrupted.
"""

import argparse
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import torch
from torch.nn import functional as F

from checkpoint import results_of
from data import Images, augmented, load, normalized
from hardware import DEVICE, machine, precision
from network import Network
from recipes import Recipe, Run
from train import ROOT, graph_of, groups, measured, save

NETWORK, OPTIONS = "cifar-resnet20", {}
SOURCE = ("airplane", "bird", "cat", "deer", "frog", "ship")
TARGET = ("automobile", "dog", "horse", "truck")
AMOUNTS = (5, 10, 25, 50, 100, 500, 2500)
SEEDS = (1, 2, 3)
TRUNK = Recipe(epochs=6, rate=0.2)


@dataclass(frozen=True)
class Way:
    """How the copied weights are used; `frozen` lists the parts of the network that stay as they are."""

    name: str
    copies: bool
    frozen: tuple[str, ...] = ()
    rate: float = 0.05


WAYS = (
    Way("scratch", copies=False, rate=0.2),
    Way("frozen", copies=True, frozen=("conv1", "stage1", "stage2", "stage3")),
    Way("last-stage", copies=True, frozen=("conv1", "stage1", "stage2")),
    Way("all", copies=True),
)


def steps_for(each: int) -> int:
    """Batches of 64: few images are seen many times, 10,000 of them two and a half times."""
    return {5: 60, 10: 60, 25: 60, 50: 100, 100: 100, 500: 200}.get(each, 400)


def fit(model: Network, images: Images, steps: int, rate: float, seed: int, decay: float = 5e-4) -> None:
    """One cycle of SGD with Nesterov momentum, batches of 64 drawn anew when all were seen."""
    generator = torch.Generator(DEVICE).manual_seed(seed)
    trained = [group | {"params": [p for p in group["params"] if p.requires_grad]} for group in groups(model, decay)]
    optimizer = torch.optim.SGD(trained, lr=rate, momentum=0.9, nesterov=True)
    recipe = Recipe(rate=rate)
    order: list[int] = []
    model.train()
    for step in range(steps):
        while len(order) < 64:
            order += torch.randperm(len(images), generator=generator, device=DEVICE).tolist()
        chosen, order = torch.tensor(order[:64]), order[64:]
        for group in optimizer.param_groups:
            group["lr"] = recipe.rate_at((step + 0.5) / steps)
        batch = normalized(augmented(images.pixels[chosen], generator))
        with precision():
            logits = model(batch).float()
        optimizer.zero_grad()
        F.cross_entropy(logits, images.labels[chosen]).backward()
        optimizer.step()


def copied(source: Network, target: Network) -> list[str]:
    """Copies every weight that fits and names those that do not: the head."""
    state, skipped = source.state_dict(), []
    for key, value in target.state_dict().items():
        if state[key].shape == value.shape:
            value.copy_(state[key])
        else:
            skipped.append(key.replace(":", "."))
    return skipped


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
    graph = {n: graph_of(Run("transfer", NETWORK, options=OPTIONS | {"classes": n})) for n in (len(SOURCE), len(TARGET))}

    trunk = Network(graph[len(SOURCE)], TRUNK.seed).to(DEVICE)
    kept = given.work / "transfer-trunk.pt"
    if kept.exists():
        trunk.load_state_dict(torch.load(kept, map_location=DEVICE))
    else:
        images = train_set.only(list(SOURCE))
        fit(trunk, images, TRUNK.epochs * len(images) // 64, TRUNK.rate, TRUNK.seed)
        torch.save(trunk.state_dict(), kept)
    source_error = measured(trunk, test_set.only(list(SOURCE)))["error"]
    print("trunk", source_error, flush=True)

    path = ROOT / "public" / "runs" / "transfer.json"
    tested = test_set.only(list(TARGET))
    skipped = copied(trunk, Network(graph[len(TARGET)], 0).to(DEVICE))
    results = results_of(path, report(graph, skipped, source_error, len(tested), []))
    for seed in SEEDS:
        for each in AMOUNTS:
            images = train_set.only(list(TARGET), each, seed)
            for way in WAYS:
                if any(r["seed"] == seed and r["each"] == each and r["way"] == way.name for r in results):
                    continue
                model = Network(graph[len(TARGET)], seed).to(DEVICE)
                if way.copies:
                    copied(trunk, model)
                model.freeze({n for n in model.nodes if n.startswith(way.frozen)} if way.frozen else set())
                fit(model, images, steps_for(each), way.rate, seed)
                error = measured(model, tested)["error"]
                results.append({"way": way.name, "each": each, "seed": seed, "error": error})
                print(json.dumps(results[-1]), flush=True)
                save(path, report(graph, skipped, source_error, len(tested), results))


def report(graph: dict, skipped: list[str], source_error: float, tested: int, results: list[dict]) -> dict:
    network = graph[len(TARGET)]
    return {
        "network": NETWORK,
        "options": OPTIONS,
        "title": network["title"],
        "params": network["params"],
        "macs": network["macs"],
        "source": SOURCE,
        "target": TARGET,
        "trunk": asdict(TRUNK) | {"batch": 64, "error": source_error},
        "ways": [asdict(way) for way in WAYS],
        "steps": {each: steps_for(each) for each in AMOUNTS},
        "batch": 64,
        "testImages": tested,
        "newHead": skipped,
        "date": date.today().isoformat(),
        "machine": machine(),
        "results": results,
    }


if __name__ == "__main__":
    main()
