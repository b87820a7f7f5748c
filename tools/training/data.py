"""Photographs in folders named after their classes, in a folder or a tar archive of one."""

import hashlib
import io
import os
import tarfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from hardware import DEVICE

# What the page subtracts and divides by, red, green, blue (src/runtime/input.ts).
MEAN = torch.tensor([0.485, 0.456, 0.406], device=DEVICE)[:, None, None]
DEVIATION = torch.tensor([0.229, 0.224, 0.225], device=DEVICE)[:, None, None]


@dataclass
class Images:
    """`pixels` [n, 3, h, w], 0 to 255; `labels` [n], the place of the class in `classes`. Both are where networks run."""

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
            order = torch.randperm(len(of_class), generator=torch.Generator().manual_seed(seed)).to(DEVICE)
            kept.append(of_class[order[:each]] if each else of_class)
        labels = torch.cat([torch.full((len(k),), i, device=DEVICE) for i, k in enumerate(kept)])
        return Images(self.pixels[torch.cat(kept)], labels, classes)

    def part(self, count: int, seed: int = 0) -> "Images":
        """`count` images, drawn by seed."""
        drawn = torch.randperm(len(self), generator=torch.Generator().manual_seed(seed))[:count].to(DEVICE)
        return Images(self.pixels[drawn], self.labels[drawn], self.classes)


def normalized(pixels: Tensor) -> Tensor:
    return (pixels.float() / 255 - MEAN) / DEVIATION


def augmented(pixels: Tensor, generator: torch.Generator) -> Tensor:
    """Four pixels of padding, a random crop of the old size, and every second image mirrored (He et al. 2015b, 4.2)."""
    n = len(pixels)
    batch, channel, row, column = (torch.arange(size, device=DEVICE) for size in pixels.shape)
    rows = torch.randint(0, 9, (n, 1), generator=generator, device=DEVICE) + row
    columns = torch.randint(0, 9, (n, 1), generator=generator, device=DEVICE) + column
    mirrored = torch.rand(n, 1, generator=generator, device=DEVICE) < 0.5
    columns = torch.where(mirrored, columns.flip(1), columns)
    x = torch.nn.functional.pad(pixels, (4, 4, 4, 4), value=0.0)
    return x[batch[:, None, None, None], channel[:, None, None], rows[:, None, :, None], columns[:, None, None, :]]


def without_squares(images: Tensor, side: int, generator: torch.Generator) -> Tensor:
    """Normalized images, each without a square that lies somewhere on it, also across its edge: what is missing there is
    zero, the mean of all images (cutout, DeVries and Taylor 2017, section 3.1)."""
    n, _, height, width = images.shape

    def band(size: int) -> Tensor:
        middle = torch.randint(0, size, (n, 1), generator=generator, device=DEVICE)
        from_start = torch.arange(size, device=DEVICE) - middle + side // 2
        return (from_start >= 0) & (from_start < side)

    square = band(height)[:, None, :, None] & band(width)[:, None, None, :]
    return images.masked_fill(square, 0.0)


def load(place: Path, cache: Path) -> Images:
    """Reads the images once and keeps their pixels in `cache`; what changed since then is read anew."""
    read = sorted(place.rglob("*")) if place.is_dir() else [place]
    stamp = f"{place.resolve()}" + "".join(f"\n{p} {p.stat().st_mtime_ns} {p.stat().st_size}" for p in read)
    kept = cache / f"{hashlib.sha256(stamp.encode()).hexdigest()[:16]}.npz"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        entries = sorted(files(place), key=lambda entry: entry[0])
        classes = sorted({name.split("/")[-2] for name, _ in entries})
        pixels = np.stack([np.asarray(Image.open(io.BytesIO(data)).convert("RGB")) for _, data in entries])
        labels = np.array([classes.index(name.split("/")[-2]) for name, _ in entries])
        # Whole or not at all: an interrupted write must not be taken for the images.
        part = kept.with_suffix(f".{os.getpid()}.part.npz")
        np.savez(part, pixels=pixels.transpose(0, 3, 1, 2), labels=labels, classes=np.array(classes))
        part.replace(kept)
    with np.load(kept) as stored:
        return Images(
            torch.from_numpy(stored["pixels"]).to(DEVICE),
            torch.from_numpy(stored["labels"]).long().to(DEVICE),
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
