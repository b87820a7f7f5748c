"""Writes trained weights as the page reads them: one compressed file of numbers and a manifest that says what is where."""

import base64
import hashlib
import json
import zlib
from pathlib import Path

import numpy as np

from network import Network, to_page

# What a model cannot do, by what it was trained on.
LIMITS = {
    "cifar10": "It knows ten kinds of things in 32×32 photographs; whatever else it is shown, it names one of the ten.",
    "imagenette": "It knows ten classes of ImageNet and was trained on 9,469 photographs of them, not on ImageNet; whatever "
    "else it is shown, it names one of the ten.",
}


# Bytes of a number, and how numpy calls it.
KINDS = {"int8": (1, "<i1"), "float16": (2, "<f2"), "float32": (4, "<f4")}


def compressed(content: bytes) -> bytes:
    """gzip without a date, so that the same numbers give the same file. Numbers hardly ever repeat each other: only how
    often each byte occurs saves a tenth, and looking for repeats would cost some of it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31, 9, zlib.Z_HUFFMAN_ONLY)
    return packer.compress(content) + packer.flush()


class Content:
    """A file of numbers, each tensor aligned to the size of its numbers."""

    def __init__(self):
        self.parts, self.length = [], 0

    def add(self, values: np.ndarray, kind: str) -> int:
        """Where the values begin, in bytes."""
        size, dtype = KINDS[kind]
        data = bytes(-self.length % size) + values.astype(dtype).tobytes()
        self.parts.append(data)
        self.length += len(data)
        return self.length - values.size * size


def stepped(kernel: np.ndarray, most: int = 127) -> tuple[np.ndarray, np.ndarray]:
    """A kernel in whole steps from -`most` to `most`, and the size of a step for every filter (its last axis). Half as many
    steps save an eighth of a compressed file."""
    largest = np.abs(kernel).max(axis=tuple(range(kernel.ndim - 1)))
    steps = np.where(largest > 0, largest / most, 1).astype("<f4")
    return np.rint(kernel / steps), steps


def write_first_kernels(folder: Path, graph: dict, model: Network, seed: int) -> None:
    """The kernels that read the image, as they began and as they ended, in steps of their largest value: small enough to be
    shown before any weight is fetched. `values` are in the page's order, [height, width, colour, filter]."""
    node = next(node for node in graph["nodes"] if "kernel" in node["weights"])
    began, ended = (
        to_page(node["op"], "kernel", each.weights(node["id"])["kernel"].detach().cpu()).numpy()
        for each in (Network(graph, seed), model)
    )

    def packed(values: np.ndarray) -> dict:
        reach = float(np.abs(values).max())
        steps = np.rint(values / reach * 127).astype("<i1")
        return {"reach": round(reach, 5), "values": base64.b64encode(steps.tobytes()).decode()}

    kernels = {"node": node["id"], "shape": list(ended.shape), "before": packed(began), "after": packed(ended)}
    (folder / "kernels.json").write_text(json.dumps(kernels) + "\n")


def export(
    folder: Path,
    graph: dict,
    model: Network,
    history: dict,
    kernels: str = "float16",
    packed_error: float | None = None,
    most: int = 127,
) -> None:
    """Kernels as float16, or as int8 with one step size for every filter; everything with one axis as float32.

    `packed_error` is the share of the test images that the rounded kernels name wrongly, where it was measured; `most` is
    how many steps a filter's largest weight has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tensors, content_of = [], Content()
    for node in graph["nodes"]:
        for name, weight in node["weights"].items():
            if weight["role"] == "fixed":
                continue
            values = to_page(node["op"], name, model.weights(node["id"])[name].detach().cpu()).numpy()
            tensor = {"node": node["id"], "name": name, "shape": weight["shape"]}
            tensor["type"] = kind = kernels if values.ndim > 1 else "float32"
            if kind == "int8":
                values, steps = stepped(values, most)
                tensor["steps"] = content_of.add(steps, "float32")
            tensors.append({**tensor, "offset": content_of.add(values, kind)})
    content = b"".join(content_of.parts)
    packed = compressed(content)
    (folder / "weights.bin").write_bytes(packed)
    write_first_kernels(folder, graph, model, history["run"]["recipe"]["seed"])
    final = history["final"]
    manifest = {
        "id": history["run"]["name"],
        "network": history["run"]["network"],
        "options": history["run"]["options"],
        "title": history["title"],
        "graph": graph["hash"],
        "file": "weights.bin",
        "bytes": len(packed),
        "sha256": hashlib.sha256(packed).hexdigest(),
        "unpacked": len(content),
        "data": history["run"].get("data", "cifar10"),
        "classes": history["classes"],
        "recipe": history["run"]["recipe"],
        "trainImages": history["trainImages"],
        "epochs": len(history["epochs"]),
        "seconds": round(sum(e["seconds"] for e in history["epochs"])),
        "machine": history["machine"],
        "date": history["date"],
        "trainError": final["train"]["error"],
        "testError": final["test"]["error"],
        **({} if packed_error is None else {"packedError": packed_error}),
        **({"sizes": final["sizes"]} if "sizes" in final else {}),
        "testImages": history["testImages"],
        "limits": LIMITS[history["run"].get("data", "cifar10")],
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
    if "unpacked" in manifest:
        content = zlib.decompress(content, 31)
    for tensor in manifest["tensors"]:
        _, dtype = KINDS[tensor["type"]]
        shape = tensor["shape"]
        values = np.frombuffer(content, dtype, int(np.prod(shape)), tensor["offset"]).astype(np.float32).reshape(shape)
        if "steps" in tensor:
            values = values * np.frombuffer(content, "<f4", shape[-1], tensor["steps"])
        op = model.nodes[tensor["node"]]["op"]
        target = model.weights(tensor["node"])[tensor["name"]]
        target.data.copy_(to_torch(op, tensor["name"], torch.from_numpy(values)))
