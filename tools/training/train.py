"""Trains the runs of recipes.py: `python train.py --train <data> --test <data> <run> …`; see README.md."""

import argparse
import json
import math
import os
import subprocess
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import torch
from torch.nn import functional as F

from data import Images, augmented, load, normalized, without_squares
from export import export
from hardware import ALONE, DEVICE, Beside, machine, side_by_side
from network import Network
from recipes import RUNS, Run
from steps import Steps

ROOT = Path(__file__).resolve().parents[2]
# Batches whose images are cropped and mirrored together: on a GPU a hundred take as long as one.
PORTION = 100 if DEVICE.type == "cuda" else 1


def graph_of(run: Run) -> dict:
    return graph_with(run.network, run.options)


def graph_with(network: str, options: dict) -> dict:
    """The page's own description of a network; without Node, from where `LAYERWISE_GRAPHS` says it was printed to."""
    if (printed := os.environ.get("LAYERWISE_GRAPHS")) and not options:
        return json.loads((Path(printed) / f"{network}.json").read_text())
    given = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    command = ["npm", "run", "-s", "graph", "--", network, *given, "--json"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


@torch.no_grad()
def measured(model: Network, images: Images, batch: int = 1000 if DEVICE.type == "cuda" else 250) -> dict:
    """Loss (nats, null when it is not a number) and error (share of wrong answers) of the network as it will be used."""
    model.eval()
    sums = torch.zeros(2, dtype=torch.float64, device=DEVICE)
    for start in range(0, len(images), batch):
        labels = images.labels[start : start + batch]
        logits = model(normalized(images.pixels[start : start + batch]))
        sums[0] += F.cross_entropy(logits, labels, reduction="sum")
        sums[1] += (logits.argmax(1) != labels).sum()
    loss, wrong = sums.tolist()
    return {"loss": rounded(loss / len(images)), "error": rounded(wrong / len(images))}


def train(
    run: Run, train_set: Images, test_set: Images, checkpoints: Path, compiled: bool = False, beside: Beside = ALONE
) -> None:
    graph, recipe = graph_of(run), run.recipe
    checkpoint, kept = checkpoints / f"{run.name}.pt", 0.0
    with beside.preparing():
        # Channels innermost in memory: grouped and pointwise convolutions run up to 1.6 times as fast on a processor.
        model = Network(graph, recipe.seed).to(DEVICE, memory_format=torch.channels_last)
        model.noise = run.noise
        # Shares its weights with the model; the figures of `measured` come from the uncompiled one.
        steps = Steps(torch.compile(model) if compiled else model, groups(model, recipe.decay), recipe.momentum)
        generator = torch.Generator(DEVICE).manual_seed(recipe.seed)
        torch.manual_seed(recipe.seed)
        epochs: list[dict] = []
        if checkpoint.exists():
            state = torch.load(checkpoint, map_location=DEVICE)
            if state["hash"] != graph["hash"]:
                raise SystemExit(f"{checkpoint} belongs to another version of {run.network}; remove it to train anew.")
            if state.get("device", DEVICE.type) != DEVICE.type:
                # Its random numbers are those of another kind of device.
                raise SystemExit(f"{checkpoint} was begun on another kind of device; remove it to train anew.")
            model.load_state_dict(state["model"])
            steps.optimizer.load_state_dict(state["optimizer"])
            generator.set_state(state["generator"].cpu())
            epochs = state["epochs"]
        if DEVICE.type == "cuda":
            sizes = {len(batch) for batch in torch.arange(len(train_set)).split(recipe.batch)}
            steps.record(model, train_set.pixels.shape[1:], sizes)
            measured(model, test_set)
    while len(epochs) < recipe.epochs and not diverged(epochs):
        epochs.append(one_epoch(run, model, steps, generator, len(epochs), train_set, test_set))
        print(run.name, json.dumps(epochs[-1]), flush=True)
        # An epoch takes a minute on a processor and a second on a GPU.
        if time.time() - kept > 60:
            kept = time.time()
            state = {
                "hash": graph["hash"],
                "device": DEVICE.type,
                "model": model.state_dict(),
                "optimizer": steps.optimizer.state_dict(),
                "generator": generator.get_state(),
                "epochs": epochs,
            }
            part = checkpoint.with_suffix(".part")
            torch.save(state, part)
            part.replace(checkpoint)
    history = {
        "run": run.described(),
        "title": graph["title"],
        "graph": graph["hash"],
        "params": graph["params"],
        "macs": graph["macs"],
        "trainImages": len(train_set),
        "testImages": len(test_set),
        "classes": train_set.classes,
        "date": date.today().isoformat(),
        "machine": machine() + (", compiled" if compiled else ""),
        "diverged": diverged(epochs),
        "epochs": epochs,
        # Without cropping and mirroring, with the weights of the end.
        "final": {"train": measured(model, train_set), "test": measured(model, test_set)},
    }
    save(ROOT / "public" / "runs" / f"{run.name}.json", history)
    if run.ships:
        export(ROOT / "public" / "models" / run.name, graph, model, history)


def one_epoch(run, model, steps, generator, epoch, train_set, test_set) -> dict:
    recipe, began = run.recipe, time.time()
    model.train()
    order = torch.randperm(len(train_set), generator=generator, device=DEVICE)
    count, step = math.ceil(len(order) / recipe.batch), 0
    for portion in order.split(recipe.batch * PORTION):
        pixels = train_set.pixels[portion]
        images = normalized(augmented(pixels, generator) if run.augmented else pixels)
        if run.cutout:
            images = without_squares(images, run.cutout, generator)
        images = images.contiguous(memory_format=torch.channels_last)
        for batch, labels in zip(images.split(recipe.batch), train_set.labels[portion].split(recipe.batch)):
            steps.take(batch, labels, recipe.rate_at((epoch + step / count) / recipe.epochs))
            step += 1
    loss, wrong = steps.sums()
    tested = measured(model, test_set)
    return {
        "epoch": epoch + 1,
        # Over the epoch, cropped and mirrored where the run does so, while the weights were still changing.
        "trainLoss": rounded(loss / len(train_set)),
        # An epoch whose loss is not a number has no error.
        "trainError": rounded(wrong / len(train_set)) if math.isfinite(loss) else None,
        "testLoss": tested["loss"],
        "testError": tested["error"],
        "seconds": round(time.time() - began, 1),
    }


def groups(model: Network, decay: float) -> list[dict]:
    """Weight decay acts on kernels; biases, γ and β are left free."""
    kernels = [p for p in model.parameters() if p.dim() > 1]
    others = [p for p in model.parameters() if p.dim() == 1]
    return [{"params": kernels, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]


def diverged(epochs: list[dict]) -> bool:
    return bool(epochs) and epochs[-1]["trainLoss"] is None


def rounded(value: float) -> float | None:
    """JSON has no NaN: a loss that is not a number is null, and the run ends there."""
    return round(value, 5) if math.isfinite(value) else None


def save(path: Path, value: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True, help="folder or tar.xz of class folders")
    parser.add_argument("--test", type=Path, required=True, help="the same, images that no run trains on")
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "layerwise-training")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--compile", action="store_true", help="fuse what lies between convolutions; needs a C++ compiler")
    parser.add_argument("--epochs", type=int, help="instead of the recipe's, to try something out")
    parser.add_argument("runs", nargs="+", choices=sorted(RUNS))
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.work.mkdir(parents=True, exist_ok=True)
    train_set, test_set = load(given.train, given.work), load(given.test, given.work)

    def one(name: str, beside: Beside) -> None:
        run = RUNS[name]
        if given.epochs:
            run = replace(run, recipe=replace(run.recipe, epochs=given.epochs))
        classes = list(run.classes) or train_set.classes
        chosen = train_set.only(classes, run.each, run.recipe.seed) if run.classes or run.each else train_set
        tested = test_set.only(classes, run.tested and run.tested // len(classes)) if run.classes or run.tested else test_set
        train(run, chosen, tested, given.work, given.compile, beside)

    side_by_side(one, given.runs)


if __name__ == "__main__":
    main()
