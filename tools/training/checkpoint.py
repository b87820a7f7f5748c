"""What a training keeps so that it can go on after an interruption, exactly as if there had been none."""

import json
from pathlib import Path

import torch

from hardware import DEVICE


def described(run, graph: dict, compiled: bool) -> dict:
    """Everything that a run's numbers depend on; a checkpoint goes on only under the same."""
    return {"run": run.described(), "graph": graph["hash"], "device": DEVICE.type, "compiled": compiled}


def save(path: Path, what: dict, model, steps, generator: torch.Generator, epochs: list[dict]) -> None:
    state = {
        "what": what,
        "model": model.state_dict(),
        "optimizer": steps.optimizer.state_dict(),
        "generator": generator.get_state(),
        # Dropout and noise draw from here.
        "global": torch.get_rng_state(),
        "epochs": epochs,
    }
    if DEVICE.type == "cuda":
        state["device"] = torch.cuda.get_rng_state()
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def resume(path: Path, what: dict, model, steps, generator: torch.Generator) -> list[dict]:
    """The epochs that were done; ends with a sentence where the checkpoint is of another run than `what` describes."""
    if not path.exists():
        return []
    state = torch.load(path, map_location=DEVICE)
    if differing := differences(what, state.get("what", {})):
        raise SystemExit(f"{path} was begun with another {', '.join(differing)}; remove it to train anew.")
    model.load_state_dict(state["model"])
    steps.optimizer.load_state_dict(state["optimizer"])
    generator.set_state(state["generator"].cpu())
    torch.set_rng_state(state["global"].cpu())
    if DEVICE.type == "cuda":
        torch.cuda.set_rng_state(state["device"].cpu())
    return state["epochs"]


def differences(wanted: dict, kept: dict, prefix: str = "") -> list[str]:
    """Names of what differs, the inner ones by their path: `run.recipe.rate`."""
    names = []
    for name in sorted({*wanted, *kept}):
        one, other = wanted.get(name), kept.get(name)
        if isinstance(one, dict) and isinstance(other, dict):
            names += differences(one, other, f"{prefix}{name}.")
        elif one != other and not (name not in kept and not one):
            # What a recipe did not know yet when it was kept had no effect, like what is 0 or empty now.
            names.append(f"{prefix}{name}")
    return names


def results_of(path: Path, report: dict) -> list[dict]:
    """The results that a report has already; ends with a sentence where they were made in another way than `report` says."""
    if not path.exists():
        return []
    kept, wanted = json.loads(path.read_text()), json.loads(json.dumps(report))
    results = kept["results"]
    for changing in ("results", "date", "machine"):
        del kept[changing], wanted[changing]
    if differing := differences(wanted, kept):
        raise SystemExit(f"{path} was made with another {', '.join(differing)}; move it away to begin anew.")
    return results
