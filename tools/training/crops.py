"""Random resized crops of photographs, as whole batches, made beside the training (Szegedy et al. 2014, section 6)."""

import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from data import Images, normalized


def crop_box(height: int, width: int, smallest: float, random: np.random.Generator) -> tuple[float, float, float, float]:
    """Left, top, right and bottom edge of a crop, in pixels: `smallest` to all of the area, sides from 3:4 to 4:3."""
    for _ in range(10):
        area = height * width * random.uniform(smallest, 1)
        ratio = math.exp(random.uniform(math.log(3 / 4), math.log(4 / 3)))
        w, h = math.sqrt(area * ratio), math.sqrt(area / ratio)
        if w <= width and h <= height:
            left, top = random.uniform(0, width - w), random.uniform(0, height - h)
            return left, top, left + w, top + h
    return 0, 0, width, height


def flattened(image: Image.Image, random: np.random.Generator) -> Image.Image:
    """In a few flat colors, like a drawing."""
    colors = int(random.integers(4, 13))
    return image.quantize(colors, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).convert("RGB")


def crop(pixels: Tensor, size: int, smallest: float, flat: float, random: np.random.Generator) -> np.ndarray:
    """`pixels` [3, h, w] uint8 → [3, size, size]: a crop, resized with an antialiasing filter, half of them mirrored."""
    image = Image.fromarray(pixels.permute(1, 2, 0).numpy())
    box = crop_box(image.height, image.width, smallest, random)
    image = image.resize((size, size), Image.Resampling.BILINEAR, box=box)
    if random.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if random.random() < flat:
        image = flattened(image, random)
    return np.asarray(image).transpose(2, 0, 1)


def batches(
    images: Images, order: Tensor, batch: int, size: int, smallest: float, flat: float, seed: tuple[int, ...]
) -> Iterator[tuple[Tensor, Tensor]]:
    """Normalized crops [n, 3, size, size] with their labels [n]; the next batch is made while one is used.

    Every batch has random numbers of its own, drawn from `seed` and its place, so that a resumed run sees the same crops.
    """
    parts = order.split(batch)

    def made(place: int) -> tuple[Tensor, Tensor]:
        random = np.random.default_rng((*seed, place))
        crops = np.stack([crop(images.pixels[i], size, smallest, flat, random) for i in parts[place]])
        return normalized(torch.from_numpy(crops)), images.labels[parts[place]]

    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(made, 0)
        for place in range(len(parts)):
            ready = coming.result()
            if place + 1 < len(parts):
                coming = maker.submit(made, place + 1)
            yield ready


def resized(pixels: Tensor, size: int) -> Tensor:
    """Whole images [n, 3, h, w] uint8 → [n, 3, size, size], with an antialiasing filter."""
    if pixels.shape[2:] == (size, size):
        return pixels
    made = [
        np.asarray(Image.fromarray(p.permute(1, 2, 0).numpy()).resize((size, size), Image.Resampling.BILINEAR))
        for p in pixels.cpu()
    ]
    return torch.from_numpy(np.stack(made).transpose(0, 3, 1, 2)).to(pixels.device)
