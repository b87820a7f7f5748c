"""What a run is computed on: a GPU where PyTorch finds one, and 16-bit floats where the hardware multiplies them."""

import platform
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Lock

import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
# What is called float32 is float32: a GPU would round the inputs of a convolution to ten bits of fraction.
torch.backends.cudnn.allow_tf32 = False
# The sizes of a network never change while it trains: the fastest kernel for each is looked for once.
torch.backends.cudnn.benchmark = True


def has_bfloat16() -> bool:
    """Without instructions for them, 16-bit floats take twelve times as long as 32-bit ones (an AVX2 processor)."""
    if DEVICE.type == "cuda":
        return torch.cuda.is_bf16_supported()
    capable = torch.cpu.get_capabilities()
    return capable.get("avx512_bf16", False) or capable.get("amx_bf16", False)


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
