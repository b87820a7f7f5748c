"""Runs what tools/export/write.ts wrote in PyTorch, Keras and onnxruntime, and compares with what the site computes.

KERAS_BACKEND=torch python tools/export/check.py FOLDER
"""

import importlib.util
import json
import os
import sys
from pathlib import Path

import numpy as np


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def network_of(module, base):
    return [kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, base)][-1]()


def in_torch(folder, image):
    import torch
    from safetensors.torch import load_file

    network = network_of(load(folder / "network_torch.py"), torch.nn.Module).eval()
    network.load_state_dict(load_file(folder / "network.safetensors"))
    with torch.no_grad():
        result = network(torch.from_numpy(image.transpose(0, 3, 1, 2).copy()))
    return [each.numpy() for each in (result if isinstance(result, tuple) else [result])]


def in_keras(folder, image):
    import keras

    network = network_of(load(folder / "network_keras.py"), keras.Model)
    network(np.zeros_like(image))
    network.load_weights(folder / "network.weights.h5")
    result = network(image)
    listed = result if isinstance(result, (list, tuple)) else [result]
    arrays = [keras.ops.convert_to_numpy(each) for each in listed]
    return [each.transpose(0, 3, 1, 2) if each.ndim == 4 else each for each in arrays]


def in_onnxruntime(folder, image):
    import onnxruntime

    session = onnxruntime.InferenceSession(folder / "network.onnx")
    (entry,) = session.get_inputs()
    return session.run(None, {entry.name: image.transpose(0, 3, 1, 2)})


def main():
    root = Path(sys.argv[1])
    frameworks = {"PyTorch": in_torch, "Keras": in_keras, "onnxruntime": in_onnxruntime}
    only = sys.argv[2:]
    worst = dict.fromkeys(frameworks, (0, ""))
    for folder in sorted(each for each in root.iterdir() if (each / "shapes.json").exists()):
        if only and folder.name not in only:
            continue
        shapes = json.loads((folder / "shapes.json").read_text())
        image = np.fromfile(folder / "image.bin", "<f4").reshape(1, *shapes["input"])
        expected = []
        for i, shape in enumerate(shapes["shapes"]):
            values = np.fromfile(folder / f"output{i}.bin", "<f4").reshape(1, *shape)
            expected.append(values.transpose(0, 3, 1, 2) if len(shape) == 3 else values)
        said = []
        for name, run in frameworks.items():
            try:
                results = run(folder, image)
                assert len(results) == len(expected), (len(results), len(expected))
                error = max(np.abs(a - b).max() / max(np.abs(b).max(), 1e-30) for a, b in zip(results, expected))
                said.append(f"{name} {error:.1e}")
                worst[name] = max(worst[name], (float(error), folder.name))
            except Exception as problem:
                said.append(f"{name} FAILED {type(problem).__name__}: {str(problem)[:300]}")
                worst[name] = (float("inf"), folder.name)
        print(folder.name, *said, sep="  ", flush=True)
    print("largest difference in proportion to the largest output:", worst)
    return 0 if all(error < 1e-3 for error, _ in worst.values()) else 1


if __name__ == "__main__":
    os.environ.setdefault("KERAS_BACKEND", "torch")
    sys.exit(main())
