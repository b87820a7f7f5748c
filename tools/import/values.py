"""Numbers that Python and TypeScript make alike (src/import/fixtures/values.ts), so that large files need not be kept."""

import numpy as np
import torch


def stream(name: str, count: int) -> np.ndarray:
    """Numbers from 0 to 1: FNV-1a of the name, then MurmurHash3's last step for every place."""
    hashed = 0x811C9DC5
    for byte in name.encode():
        hashed = ((hashed ^ byte) * 0x01000193) & 0xFFFFFFFF
    with np.errstate(over="ignore"):
        x = np.uint32(hashed) + np.arange(count, dtype=np.uint32) * np.uint32(0x9E3779B9)
        x ^= x >> np.uint32(16)
        x *= np.uint32(0x85EBCA6B)
        x ^= x >> np.uint32(13)
        x *= np.uint32(0xC2B2AE35)
        x ^= x >> np.uint32(16)
    return (x >> np.uint32(8)).astype(np.float64) / 2**24


def value(name: str, shape: tuple[int, ...]) -> torch.Tensor:
    count = int(np.prod(shape, dtype=np.int64))
    u = stream(name, count)
    if name.endswith("num_batches_tracked"):
        return torch.tensor(100)
    if name.endswith(("running_var", "moving_variance", "gamma")):
        values = 0.5 + u
    elif len(shape) == 1 and name.endswith("weight"):
        values = 0.5 + u
    elif len(shape) == 1:
        values = (u - 0.5) * 0.2
    else:
        # As spread as He et al. draw them; Keras has its filters last.
        inputs = shape[:-1] if name.endswith("/kernel") else shape[1:]
        values = (u - 0.5) * np.sqrt(24 / np.prod(inputs))
    return torch.from_numpy(values.astype(np.float32).reshape(shape))


def fill(model: torch.nn.Module) -> torch.nn.Module:
    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            tensor.copy_(value(name, tuple(tensor.shape)))
    return model.eval()


MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
DEVIATION = np.array([0.229, 0.224, 0.225], dtype=np.float32)


def pixels(side: int) -> np.ndarray:
    """[side, side, 3], bytes: a pattern with slopes and edges in it."""
    y, x, c = np.meshgrid(np.arange(side), np.arange(side), np.arange(3), indexing="ij")
    return (37 * x + 91 * y + 53 * c + x * y // 8) % 256


def image(side: int) -> torch.Tensor:
    """The same as torchvision's networks are given it: [1, 3, side, side]."""
    values = (pixels(side).astype(np.float32) / 255 - MEAN) / DEVIATION
    return torch.from_numpy(values.transpose(2, 0, 1)[None].astype(np.float32))
