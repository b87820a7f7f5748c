"""The step of training: gradients of one batch, and SGD with Nesterov momentum."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from hardware import DEVICE, precision

# Steps that a GPU takes before one is recorded: its libraries choose their kernels, and momentum gets its memory.
BEFORE_RECORDING = 3


class Steps:
    """On a GPU a step is recorded once for each size of batch and played back: starting its hundreds of small kernels one
    by one takes longer than running them.
    """

    def __init__(self, forward, groups: list[dict], momentum: float, smoothing: float = 0.0):
        self.forward, self.smoothing = forward, smoothing
        gpu = DEVICE.type == "cuda"
        # A recorded step reads the rate from the device's memory.
        self.optimizer = torch.optim.SGD(
            groups, lr=torch.zeros((), device=DEVICE) if gpu else 0.0, momentum=momentum, nesterov=True, fused=gpu or None
        )
        self.figures = torch.zeros(2, dtype=torch.float64, device=DEVICE)
        self.recorded: dict[torch.Size, tuple[torch.cuda.CUDAGraph, Tensor, Tensor]] = {}

    def record(self, model: nn.Module, shape: torch.Size, sizes: set[int]) -> None:
        """Before the first step, on a GPU: `shape` [channels, height, width], `sizes` of batches. Nothing is learned."""
        model.train()
        weights = {name: value.clone() for name, value in model.state_dict().items()}
        moving = {parameter: value.clone() for parameter, value in self._momenta().items()}
        for size in sizes:
            images = torch.randn(size, *shape, device=DEVICE).contiguous(memory_format=torch.channels_last)
            labels = torch.zeros(size, dtype=torch.long, device=DEVICE)
            for _ in range(BEFORE_RECORDING):
                self._step(images, labels)
            graph = torch.cuda.CUDAGraph()
            with torch.cuda.graph(graph, stream=torch.cuda.current_stream(), capture_error_mode="thread_local"):
                self._step(images, labels)
            self.recorded[images.shape] = graph, images, labels
        model.load_state_dict(weights)
        for parameter, value in self._momenta().items():
            value.copy_(moving[parameter]) if parameter in moving else value.zero_()
        self.figures.zero_()

    def take(self, images: Tensor, labels: Tensor, rate: float) -> None:
        """One step; `images` [n, channels, height, width] normalized, `labels` [n]."""
        for group in self.optimizer.param_groups:
            if isinstance(group["lr"], Tensor):
                group["lr"].fill_(rate)
            else:
                group["lr"] = rate
        if recorded := self.recorded.get(images.shape):
            graph, its_images, its_labels = recorded
            its_images.copy_(images)
            its_labels.copy_(labels)
            graph.replay()
        else:
            self._step(images, labels)

    def sums(self) -> tuple[float, float]:
        """Loss and wrong answers, summed over the images since the last call."""
        loss, wrong = self.figures.tolist()
        self.figures.zero_()
        return loss, wrong

    def _momenta(self) -> dict[Tensor, Tensor]:
        states = self.optimizer.state.items()
        return {parameter: state["momentum_buffer"] for parameter, state in states if "momentum_buffer" in state}

    def _step(self, images: Tensor, labels: Tensor) -> None:
        with precision():
            logits = self.forward(images).float()
        loss = F.cross_entropy(logits, labels, label_smoothing=self.smoothing)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        wrong = (logits.detach().argmax(1) != labels).sum()
        self.figures += torch.stack([loss.detach().double() * len(labels), wrong.double()])
