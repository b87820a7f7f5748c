"""Photographs in folders named after their classes, in a folder or a tar.xz of one."""

import hashlib
import io
import tarfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

# What the page subtracts and divides by, red, green, blue (src/runtime/input.ts).
MEAN = torch.tensor([0.485, 0.456, 0.406])
DEVIATION = torch.tensor([0.229, 0.224, 0.225])


@dataclass
class Images:
    """`pixels` [n, 3, h, w], 0 to 255; `labels` [n], the place of the class in `classes`."""

    pixels: Tensor
    labels: Tensor
    classes: list[str]

    def __len__(self) -> int:
        return len(self.labels)

    def only(self, classes: list[str], each: int | None = None, seed: int = 0) -> "Images":
        """The images of some classes, `each` of them a class, drawn by seed."""
        kept = []
        for name in classes:
            of_class = (self.labels == self.classes.index(name)).nonzero()[:, 0]
            order = torch.randperm(len(of_class), generator=torch.Generator().manual_seed(seed))
            kept.append(of_class[order[:each]] if each else of_class)
        labels = torch.cat([torch.full((len(k),), i) for i, k in enumerate(kept)])
        return Images(self.pixels[torch.cat(kept)], labels, classes)


def normalized(pixels: Tensor) -> Tensor:
    return (pixels.float() / 255 - MEAN[:, None, None]) / DEVIATION[:, None, None]


def augmented(pixels: Tensor, generator: torch.Generator) -> Tensor:
    """Four pixels of padding, a random crop of the old size, and every second image mirrored (He et al. 2015, 4.2)."""
    n, channels, height, width = pixels.shape
    x = torch.nn.functional.pad(pixels, (4, 4, 4, 4), value=0.0)
    rows = torch.randint(0, 9, (n, 1), generator=generator) + torch.arange(height)
    columns = torch.randint(0, 9, (n, 1), generator=generator) + torch.arange(width)
    mirrored = torch.rand(n, generator=generator) < 0.5
    columns[mirrored] = columns[mirrored].flip(1)
    batch = torch.arange(n)[:, None, None, None]
    return x[batch, torch.arange(channels)[None, :, None, None], rows[:, None, :, None], columns[:, None, None, :]]


def load(place: Path, cache: Path) -> Images:
    """Reads the images once and keeps their pixels in `cache`."""
    kept = cache / f"{hashlib.sha256(str(place.resolve()).encode()).hexdigest()[:16]}.npz"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        entries = sorted(files(place), key=lambda entry: entry[0])
        classes = sorted({name.split("/")[-2] for name, _ in entries})
        pixels = np.stack([np.asarray(Image.open(io.BytesIO(data)).convert("RGB")) for _, data in entries])
        labels = np.array([classes.index(name.split("/")[-2]) for name, _ in entries])
        np.savez(kept, pixels=pixels.transpose(0, 3, 1, 2), labels=labels, classes=np.array(classes))
    with np.load(kept) as stored:
        return Images(
            torch.from_numpy(stored["pixels"]),
            torch.from_numpy(stored["labels"]).long(),
            [str(name) for name in stored["classes"]],
        )


def files(place: Path):
    suffixes = (".jpg", ".jpeg", ".png")
    if place.is_dir():
        for path in place.rglob("*"):
            if path.suffix.lower() in suffixes:
                yield path.as_posix(), path.read_bytes()
        return
    with tarfile.open(place) as archive:
        for member in archive:
            if member.isfile() and member.name.lower().endswith(suffixes):
                yield member.name, archive.extractfile(member).read()
