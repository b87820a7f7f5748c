"""A small ResNet and DenseNet as Keras saves them, with what every layer gives for one image: src/import/fixtures/keras*.

    KERAS_BACKEND=torch python tools/import/keras_fixtures.py

needs keras 3, h5py, numpy and one of Keras's backends.
"""

import json
from pathlib import Path

import keras
import numpy as np
from keras.src.applications import resnet
from keras.src.applications.densenet import DenseNet

from values import pixels, value

HERE = Path(__file__).resolve().parents[2] / "src" / "import" / "fixtures"
SIDE = 64
SAMPLES = 12


def stack(x):
    return resnet.stack_residual_blocks_v1(x, 64, 1, stride1=1, name="conv2")


def residual() -> keras.Model:
    net = resnet.ResNet(
        stack,
        preact=False,
        use_bias=True,
        include_top=True,
        weights=None,
        input_shape=(SIDE, SIDE, 3),
        classes=10,
        weights_name="small",
    )
    for layer in net.layers:
        made = []
        for variable in layer.weights:
            name = f"{layer.name}/{variable.name}"
            shape = tuple(variable.shape)
            # The same kinds of numbers as for PyTorch, whose names say which kind.
            kind = {"gamma": ".weight", "moving_variance": ".running_var"}.get(variable.name, ".x")
            numbers = value(name + kind, shape).numpy()
            if len(shape) > 1:
                numbers = numbers * np.sqrt(np.prod(shape[1:]) / np.prod(shape[:-1]))
            made.append(numbers.astype(np.float32))
        layer.set_weights(made)
    net.save_weights(HERE / "keras.weights.h5")
    return net


def filled(net: keras.Model) -> tuple[keras.Model, dict]:
    """Values by the names of its weights, as the tests make them again: only names and shapes are kept."""
    told = {}
    for layer in net.layers:
        names = [f"{layer.name}/{variable.name}" for variable in layer.weights]
        shapes = [tuple(variable.shape) for variable in layer.weights]
        told.update({name: list(shape) for name, shape in zip(names, shapes)})
        layer.set_weights([value(name, shape).numpy() for name, shape in zip(names, shapes)])
    return net, told


def write(name: str, net: keras.Model, side: int, tensors: dict | None = None) -> None:
    image = pixels(side).astype(np.float32)[None, :, :, ::-1] - np.array([103.939, 116.779, 123.68], dtype=np.float32)
    layers = [layer for layer in net.layers if layer.weights]
    # A classifier of Keras has its softmax within.
    layers[-1].activation = keras.activations.linear
    outputs = keras.Model(net.inputs, [layer.output for layer in layers]).predict(image, verbose=0)
    seen = {}
    for layer, output in zip(layers, outputs):
        flat = output[0].reshape(-1)
        count = min(SAMPLES, flat.size)
        stride = flat.size // count
        seen[layer.name] = {
            "shape": list(output.shape[1:]),
            "range": [float(flat.min()), float(flat.max())],
            "stride": stride,
            "values": [float(f"{v:.7g}") for v in flat[: stride * count : stride]],
        }
    told = {"side": side, "order": "hwc", **({"tensors": tensors} if tensors else {}), "activations": seen}
    (HERE / f"{name}.json").write_text(json.dumps(told, separators=(",", ":")) + "\n")


def main() -> None:
    write("keras", residual(), SIDE)
    net, tensors = filled(DenseNet([2, 3, 1, 1], input_shape=(SIDE, SIDE, 3), weights=None, classes=10))
    write("keras-densenet", net, SIDE, tensors)


if __name__ == "__main__":
    main()
