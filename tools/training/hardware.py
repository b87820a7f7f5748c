"""What a run is computed on: a GPU where PyTorch finds one, and 16-bit floats where the hardware multiplies them."""

import platform

import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


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
    which = f"{threads} {'thread' if threads == 1 else 'threads'} of a {platform.machine()} processor"
    return f"{which}, {numbers}, PyTorch {torch.__version__}"
