"""What a run is computed on: a GPU where PyTorch finds one, and 16-bit floats where they are faster."""

import platform
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from threading import Barrier, Lock

import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
# What is called float32 is float32: a GPU would round the inputs of a convolution to ten bits of fraction.
torch.backends.cudnn.allow_tf32 = False
# The sizes of a network never change while it trains: the fastest kernel for each is looked for once.
torch.backends.cudnn.benchmark = True


@cache
def has_bfloat16() -> bool:
    """Whether 16-bit floats pay. A processor may have instructions for them and still be slower than with 32 bits: one
    without AMX took 1.6 times as long, one without any instructions for them twelve times. So a convolution is timed.
    """
    if DEVICE.type == "cuda":
        return torch.cuda.is_bf16_supported()
    return seconds_of_convolution(torch.bfloat16) < seconds_of_convolution(torch.float32)


@torch.no_grad()
def seconds_of_convolution(kind: torch.dtype, turns: int = 5) -> float:
    """The shortest of several turns, because other programs can only lengthen one."""
    layer = torch.nn.Conv2d(64, 64, 3, padding=1).to(kind, memory_format=torch.channels_last)
    images = torch.ones(16, 64, 32, 32, dtype=kind).contiguous(memory_format=torch.channels_last)
    layer(images)
    taken = []
    for _ in range(turns):
        began = time.perf_counter()
        layer(images)
        taken.append(time.perf_counter() - began)
    return min(taken)


def precision() -> torch.autocast:
    """Training only: test figures are taken in float32."""
    return torch.autocast(DEVICE.type, dtype=torch.bfloat16, enabled=has_bfloat16())


def machine() -> str:
    numbers = "bfloat16" if has_bfloat16() else "float32"
    if DEVICE.type == "cuda":
        return f"{torch.cuda.get_device_name()}, {numbers}, PyTorch {torch.__version__}"
    threads = torch.get_num_threads()
    which = f"{threads} {'thread' if threads == 1 else 'threads'} of an {platform.machine()} processor"
    return f"{which}, {numbers}, PyTorch {torch.__version__}"


class Beside:
    """Runs side by side: each is prepared while all others wait, and none begins before all are ready. A GPU must do
    nothing else while steps are recorded on it.
    """

    def __init__(self, runs: int):
        self.one_at_a_time, self.all_ready = Lock(), Barrier(runs)

    @contextmanager
    def preparing(self):
        with self.one_at_a_time:
            yield
        self.all_ready.wait()


ALONE = Beside(1)


def side_by_side(work: Callable[[str, Beside], None], names: list[str]) -> None:
    """One after the other on a processor; on a GPU at once, each on a stream of its own, since one small network fills a
    small part of it.
    """
    if DEVICE.type != "cuda":
        for name in names:
            work(name, ALONE)
        return
    beside = Beside(len(names))

    def on_stream(name: str) -> None:
        try:
            with torch.cuda.stream(torch.cuda.Stream()):
                work(name, beside)
        except BaseException:
            beside.all_ready.abort()
            raise

    torch.cuda.synchronize()
    with ThreadPoolExecutor(len(names)) as pool:
        for done in [pool.submit(on_stream, name) for name in names]:
            done.result()
