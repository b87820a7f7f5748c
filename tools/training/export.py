"""Writes trained weights as the page reads them: one file of numbers and a manifest that says what is where."""

import hashlib
import json
from pathlib import Path

import numpy as np

from network import Network, to_page

LIMITS = "It knows ten kinds of things in 32×32 photographs; whatever else it is shown, it names one of the ten."


def export(folder: Path, graph: dict, model: Network, history: dict) -> None:
    """Kernels as float16, everything with one axis as float32, little endian, each tensor aligned to its own size."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors, parts, offset = [], [], 0
    for node in graph["nodes"]:
        for name, weight in node["weights"].items():
            if weight["role"] == "fixed":
                continue
            values = to_page(node["op"], name, model.weights(node["id"])[name].detach()).numpy()
            kind = "float16" if values.ndim > 1 else "float32"
            data = values.astype("<f2" if kind == "float16" else "<f4").tobytes()
            gap = -offset % (2 if kind == "float16" else 4)
            parts.append(bytes(gap) + data)
            offset += gap
            tensors.append({"node": node["id"], "name": name, "shape": weight["shape"], "type": kind, "offset": offset})
            offset += len(data)
    content = b"".join(parts)
    (folder / "weights.bin").write_bytes(content)
    final = history["final"]
    manifest = {
        "id": history["run"]["name"],
        "network": history["run"]["network"],
        "options": history["run"]["options"],
        "title": history["title"],
        "graph": graph["hash"],
        "file": "weights.bin",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "classes": history["classes"],
        "recipe": history["run"]["recipe"],
        "trainImages": history["trainImages"],
        "epochs": len(history["epochs"]),
        "seconds": round(sum(e["seconds"] for e in history["epochs"])),
        "machine": history["machine"],
        "date": history["date"],
        "trainError": final["train"]["error"],
        "testError": final["test"]["error"],
        "testImages": history["testImages"],
        "limits": LIMITS,
        "tensors": tensors,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")


def read(folder: Path, graph: dict, model: Network) -> None:
    """Puts exported weights back into a network, rounding included."""
    import torch

    from network import to_torch

    manifest = json.loads((folder / "manifest.json").read_text())
    if manifest["graph"] != graph["hash"]:
        raise SystemExit(f"{folder} was trained for another version of {manifest['network']}.")
    content = (folder / "weights.bin").read_bytes()
    for tensor in manifest["tensors"]:
        kind = np.dtype("<f2" if tensor["type"] == "float16" else "<f4")
        count = int(np.prod(tensor["shape"]))
        values = np.frombuffer(content, kind, count, tensor["offset"]).astype(np.float32)
        op = model.nodes[tensor["node"]]["op"]
        target = model.weights(tensor["node"])[tensor["name"]]
        target.data.copy_(to_torch(op, tensor["name"], torch.from_numpy(values).reshape(tensor["shape"])))
