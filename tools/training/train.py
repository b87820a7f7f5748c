"""Trains the runs of recipes.py: `python train.py --train <data> --test <data> <run> …`; see README.md."""

import argparse
import json
import math
import os
import subprocess
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from checkpoint import described, resume
from checkpoint import save as save_checkpoint
from crops import batches as random_crops
from crops import resized
from data import Images, augmented, load, normalized, without_squares
from export import export
from hardware import ALONE, DEVICE, Beside, machine, side_by_side
from network import Network
from recipes import RUNS, Run
from steps import Steps

ROOT = Path(__file__).resolve().parents[2]
# Batches whose images are cropped and mirrored together: on a GPU a hundred take as long as one.
PORTION = 100 if DEVICE.type == "cuda" else 1


@dataclass(frozen=True)
class Places:
    """Where a command keeps what it makes."""

    checkpoints: Path
    runs: Path = ROOT / "public" / "runs"
    models: Path = ROOT / "public" / "models"
    replace: bool = False

    def checkpoint(self, run: Run) -> Path:
        return self.checkpoints / f"{run.name}.pt"

    def free(self, run: Run) -> None:
        """Ends with a sentence before a finished run is written over."""
        kept = self.runs / f"{run.name}.json"
        if kept.exists() and not self.replace:
            raise SystemExit(f"{kept} holds this run already; --replace writes over it.")


def trial(work: Path) -> Places:
    """What is only tried out never reaches the site."""
    place = work / "trials"
    place.mkdir(parents=True, exist_ok=True)
    return Places(place, place / "runs", place / "models", replace=True)


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
def measured(model: Network, images: Images, batch: int = 1000 if DEVICE.type == "cuda" else 250, size: int = 0) -> dict:
    """Loss (nats, null when it is not a number) and error (share of wrong answers) of the network as it will be used, on
    images resized to `size` pixels a side, or as they are."""
    model.eval()
    sums = torch.zeros(2, dtype=torch.float64, device=DEVICE)
    for start in range(0, len(images), batch):
        labels, pixels = images.labels[start : start + batch], images.pixels[start : start + batch]
        logits = model(normalized(resized(pixels, size) if size else pixels))
        sums[0] += F.cross_entropy(logits, labels, reduction="sum")
        sums[1] += (logits.argmax(1) != labels).sum()
    loss, wrong = sums.tolist()
    return {"loss": rounded(loss / len(images)), "error": rounded(wrong / len(images))}


def train(
    run: Run, train_set: Images, test_set: Images, places: Places, compiled: bool = False, beside: Beside = ALONE
) -> None:
    places.free(run)
    graph, recipe = graph_of(run), run.recipe
    same_padding(run, graph)
    checkpoint, kept, what = places.checkpoint(run), 0.0, described(run, graph, compiled)
    with beside.preparing():
        # Channels innermost in memory: grouped and pointwise convolutions run up to 1.6 times as fast on a processor.
        model = Network(graph, recipe.seed).to(DEVICE, memory_format=torch.channels_last)
        model.noise = run.noise
        # Shares its weights with the model; the figures of `measured` come from the uncompiled one.
        forward = torch.compile(model) if compiled else model
        steps = Steps(forward, groups(model, recipe.decay), recipe.momentum, recipe.smoothing)
        generator = torch.Generator(DEVICE).manual_seed(recipe.seed)
        torch.manual_seed(recipe.seed)
        epochs = resume(checkpoint, what, model, steps, generator)
        if DEVICE.type == "cuda":
            shapes = {size: (3, size, size) for _, size in recipe.sizes} or {0: train_set.pixels.shape[1:]}
            sizes = {len(batch) for batch in torch.arange(len(train_set)).split(recipe.batch)}
            for shape in shapes.values():
                steps.record(model, shape, sizes)
            measured(model, test_set.part(250))
    followed = test_set.part(run.followed) if run.followed else test_set
    while len(epochs) < recipe.epochs and not diverged(epochs):
        epochs.append(one_epoch(run, model, steps, generator, len(epochs), train_set, followed))
        print(run.name, json.dumps(epochs[-1]), flush=True)
        # An epoch takes a minute on a processor and a second on a GPU.
        if time.time() - kept > 60 or len(epochs) == recipe.epochs:
            kept = time.time()
            save_checkpoint(checkpoint, what, model, steps, generator, epochs)
    # Without cropping and mirroring, with the weights of the end; at the largest size where there are several.
    sizes = {size: measured(model, test_set, 50, size) for size in run.tested_at}
    largest = max(sizes, default=0)
    final = {
        "train": measured(model, train_set.part(run.judged) if run.judged else train_set, 50 if largest else 250, largest),
        "test": sizes[largest] if sizes else measured(model, test_set),
        **({"sizes": [{"size": size, **score} for size, score in sizes.items()]} if sizes else {}),
    }
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
        "final": final,
    }
    save(places.runs / f"{run.name}.json", history)
    print(run.name, json.dumps(final), flush=True)
    if run.ships:
        export(places.models / run.name, graph, model, history)


def same_padding(run: Run, graph: dict) -> None:
    """A graph says how much each of its layers pads at its own input size; at the sizes of training it must be as much."""
    pads = [node.get("pads") for node in graph["nodes"]]
    for size in sorted({size for _, size in run.recipe.sizes} | set(run.tested_at)):
        other = graph_with(run.network, {**run.options, "input": f"{size}x{size}x3"})
        if [node.get("pads") for node in other["nodes"]] != pads:
            raise SystemExit(f"{run.network} pads otherwise on images of {size} pixels; choose another size.")


def one_epoch(run, model, steps, generator, epoch, train_set, test_set) -> dict:
    recipe, began = run.recipe, time.time()
    model.train()
    order = torch.randperm(len(train_set), generator=generator, device=DEVICE)
    count = math.ceil(len(order) / recipe.batch)
    for step, (images, labels) in enumerate(batches(run, train_set, order, generator, epoch)):
        images = images.contiguous(memory_format=torch.channels_last)
        steps.take(images, labels, recipe.rate_at((epoch + step / count) / recipe.epochs))
    loss, wrong = steps.sums()
    tested = measured(model, test_set, 50 if recipe.sizes else 250, recipe.sizes and recipe.size_at(epoch))
    return {
        "epoch": epoch + 1,
        **({"size": recipe.size_at(epoch)} if recipe.sizes else {}),
        # Over the epoch, cropped and mirrored where the run does so, while the weights were still changing.
        "trainLoss": rounded(loss / len(train_set)),
        # An epoch whose loss is not a number has no error.
        "trainError": rounded(wrong / len(train_set)) if math.isfinite(loss) else None,
        "testLoss": tested["loss"],
        "testError": tested["error"],
        "seconds": round(time.time() - began, 1),
    }


def batches(run: Run, train_set: Images, order: Tensor, generator: torch.Generator, epoch: int):
    """Normalized images and labels, batch by batch, as the run wants them cropped."""
    recipe = run.recipe
    if recipe.sizes:
        seed = (recipe.seed, epoch)
        size = recipe.size_at(epoch)
        yield from random_crops(train_set, order, recipe.batch, size, run.smallest, run.flat, seed)
        return
    for portion in order.split(recipe.batch * PORTION):
        pixels = train_set.pixels[portion]
        images = normalized(augmented(pixels, generator) if run.augmented else pixels)
        if run.cutout:
            images = without_squares(images, run.cutout, generator)
        yield from zip(images.split(recipe.batch), train_set.labels[portion].split(recipe.batch))


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
    parser.add_argument("--replace", action="store_true", help="write over a run that the site has already")
    parser.add_argument("--epochs", type=int, help="to try something out: instead of the recipe's; kept apart, in --work")
    parser.add_argument("runs", nargs="+", choices=sorted(RUNS))
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.work.mkdir(parents=True, exist_ok=True)
    train_set, test_set = load(given.train, given.work), load(given.test, given.work)
    places = trial(given.work) if given.epochs else Places(given.work, replace=given.replace)

    def one(name: str, beside: Beside) -> None:
        run = RUNS[name]
        if given.epochs:
            run = replace(run, recipe=replace(run.recipe, epochs=given.epochs))
        classes = list(run.classes) or train_set.classes
        chosen = train_set.only(classes, run.each, run.recipe.seed) if run.classes or run.each else train_set
        tested = test_set.only(classes, run.tested and run.tested // len(classes)) if run.classes or run.tested else test_set
        train(run, chosen, tested, places, given.compile, beside)

    side_by_side(one, given.runs)


if __name__ == "__main__":
    main()
