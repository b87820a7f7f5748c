"""Runs any network that `npm run -s graph -- <name> --json` prints. Nothing here knows a network by name.

Maps are [batch, channels, height, width] in here and [height, width, channels] on the page; vectors are the same.
Weights keep the page's names and shapes on disk: a kernel is [height, width, channels of a group, filters].
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def padded(x: Tensor, node: dict, value: float = 0.0) -> Tensor:
    (top, bottom), (left, right) = node["pads"]
    return F.pad(x, (left, right, top, bottom), value=value) if top + bottom + left + right else x


def pair(value) -> tuple[int, int]:
    return (value, value) if isinstance(value, int) else tuple(value)


def conv(node, x, w):
    a = node["attrs"]
    (top, bottom), (left, right) = node["pads"]
    even = top == bottom and left == right
    kernel, groups = w["kernel"], a["groups"]
    if groups > 1 and x.is_cuda:
        # A GPU multiplies the zeros between small groups faster than it splits the work.
        kernel, groups = ungrouped(kernel, groups), 1
    return F.conv2d(
        x if even else padded(x, node),
        kernel,
        w.get("bias"),
        pair(a["stride"]),
        (top, left) if even else 0,
        pair(a["dilation"]),
        groups,
    )


def ungrouped(kernel: Tensor, groups: int) -> Tensor:
    """The kernel [filters, channels of a group, height, width] of the same convolution in one group: zero outside its own."""
    filters, channels, height, width = kernel.shape
    split = kernel.reshape(groups, filters // groups, channels, height, width)
    own = torch.eye(groups, device=kernel.device)
    return torch.einsum("gfchw,gk->gfkchw", split, own).reshape(filters, groups * channels, height, width)


def conv_transpose(node, x, w):
    """Whole stamps are laid down, and what padding cuts off is cut off afterwards. The kernel has the page's axes."""
    a = node["attrs"]
    kernel, stride, groups = pair(a["kernel"]), pair(a["stride"]), a["groups"]
    if a["pad"] == "same":
        first = [max(0, k - s) // 2 for k, s in zip(kernel, stride)]
    else:
        first = [a["pad"]] * 2 if isinstance(a["pad"], int) else [a["pad"][0], a["pad"][3]]
    rows, columns, depth, filters = w["kernel"].shape
    apart = w["kernel"].reshape(rows, columns, depth, groups, filters // groups)
    turned = apart.permute(3, 2, 4, 0, 1).reshape(depth * groups, filters // groups, rows, columns)
    sides = node["shape"][:2]
    full = [(n - 1) * s + k for n, s, k in zip(x.shape[2:], stride, kernel)]
    more = [max(0, start + side - whole) for start, side, whole in zip(first, sides, full)]
    y = F.conv_transpose2d(x, turned, w.get("bias"), stride, output_padding=more, groups=groups)
    return y[:, :, first[0] : first[0] + sides[0], first[1] : first[1] + sides[1]]


def channel_shuffle(node, x, _):
    return x.unflatten(1, (node["attrs"]["groups"], -1)).transpose(1, 2).flatten(1, 2)


def scale_of(node):
    return [float(scale) for scale in pair(node["attrs"]["scale"])]


def partial_conv(node, x, w):
    """Every output map reads only the input maps that `table` lists; one 2-D kernel for each such pair."""
    maps, start = [], 0
    for output, table in enumerate(node["attrs"]["table"]):
        kernel = w["kernel"][:, :, start : start + len(table)].permute(2, 0, 1)[None]
        maps.append(F.conv2d(padded(x, node)[:, table], kernel, w["bias"][output : output + 1], pair(node["attrs"]["stride"])))
        start += len(table)
    return torch.cat(maps, 1)


def unrolled(x: Tensor) -> Tensor:
    """A map as a vector in the page's order: row by row, channels innermost."""
    return x.permute(0, 2, 3, 1).flatten(1) if x.dim() == 4 else x


def max_pool(node, x, _):
    a = node["attrs"]
    return F.max_pool2d(padded(x, node, -math.inf), pair(a["kernel"]), pair(a["stride"]))


def avg_pool(node, x, _):
    a = node["attrs"]
    kernel, stride = pair(a["kernel"]), pair(a["stride"])
    mean = F.avg_pool2d(padded(x, node), kernel, stride)
    counted = torch.ones_like(x[:1, :1])
    if a["countPad"]:
        # What ceil mode adds beyond the declared padding is counted by nobody.
        (top, bottom), (left, right) = node["pads"]
        if a["pad"] == "same":
            beyond = bottom, right
        else:
            beyond = pair(a["pad"]) if isinstance(a["pad"], int) else (a["pad"][2], a["pad"][1])
        counted = F.pad(counted, (left, min(right, beyond[1]), top, min(bottom, beyond[0])), value=1.0)
        counted = F.pad(counted, (0, right - min(right, beyond[1]), 0, bottom - min(bottom, beyond[0])))
    else:
        counted = padded(counted, node)
    return mean / F.avg_pool2d(counted, kernel, stride)


def batch_norm(node, x, w, training=False):
    # PyTorch's momentum: the share of the new batch in the running statistics.
    return F.batch_norm(
        x, w["mean"], w["variance"], w["gamma"], w["beta"], training, momentum=0.1, eps=node["attrs"]["epsilon"]
    )


def lrn(node, x, _):
    a = node["attrs"]
    # PyTorch divides alpha by the size, the AlexNet paper does not.
    return F.local_response_norm(x, a["size"], a["alpha"] * a["size"], a["beta"], a["bias"])


def subsample_pad(node, x, _):
    a = node["attrs"]
    return F.pad(x[:, :, :: a["stride"], :: a["stride"]], (0, 0, 0, 0, 0, a["filters"] - x.shape[1]))


def scale_shift(_, x, w):
    return x * w["coefficient"][:, None, None] + w["bias"][:, None, None]


def layer_norm(node, x, w):
    x = F.layer_norm(x.movedim(1, -1), w["gamma"].shape, w["gamma"], w["beta"], node["attrs"]["epsilon"])
    return x.movedim(-1, 1)


def multiply(_, *inputs):
    *factors, _w = inputs
    product = factors[0]
    for factor in factors[1:]:
        product = product * (factor[:, :, None, None] if factor.dim() < product.dim() else factor)
    return product


def add(_, *inputs):
    *terms, _w = inputs
    return sum(terms[1:], terms[0])


OPS = {
    "input": lambda node, x, w: x,
    "conv": conv,
    "convTranspose": conv_transpose,
    "partialConv": partial_conv,
    "dense": lambda node, x, w: F.linear(unrolled(x), w["kernel"], w.get("bias")),
    "rbf": lambda node, x, w: (unrolled(x)[:, None] - w["codes"]).square().sum(2),
    "batchNorm": batch_norm,
    "lrn": lrn,
    "scaleShift": scale_shift,
    "layerNorm": layer_norm,
    "layerScale": lambda _, x, w: x * w["coefficient"].reshape(-1, *(1,) * (x.dim() - 2)),
    "relu": lambda node, x, w: F.relu(x),
    "sigmoid": lambda node, x, w: torch.sigmoid(x),
    "tanh": lambda node, x, w: node["attrs"]["amplitude"] * torch.tanh(node["attrs"]["slope"] * x),
    "clip": lambda node, x, w: torch.clamp(x, node["attrs"]["low"], node["attrs"]["high"]),
    "leakyRelu": lambda node, x, w: F.leaky_relu(x, node["attrs"]["slope"]),
    "silu": lambda node, x, w: F.silu(x),
    "gelu": lambda node, x, w: F.gelu(x),
    "hardSigmoid": lambda node, x, w: F.hardsigmoid(x),
    "hardSwish": lambda node, x, w: F.hardswish(x),
    "softmax": lambda node, x, w: F.softmax(x, 1),
    "dropout": lambda node, x, w, training=False: F.dropout(x, node["attrs"]["rate"], training),
    "maxPool": max_pool,
    "avgPool": avg_pool,
    "globalAvgPool": lambda node, x, w: x.mean((2, 3), keepdim=True),
    "adaptiveAvgPool": lambda node, x, w: F.adaptive_avg_pool2d(x, node["attrs"]["grid"]),
    "adaptiveMaxPool": lambda node, x, w: F.adaptive_max_pool2d(x, node["attrs"]["grid"]),
    "add": add,
    "concat": lambda node, *inputs: torch.cat(inputs[:-1], 1),
    "multiply": multiply,
    "flatten": lambda node, x, w: unrolled(x),
    "subsamplePad": subsample_pad,
    "channelShuffle": channel_shuffle,
    "channelSlice": lambda node, x, w: x[:, node["attrs"]["from"] : node["attrs"]["to"]],
    "upsample": lambda node, x, w: F.interpolate(x, scale_factor=scale_of(node)),
    "bilinear": lambda node, x, w: F.interpolate(
        x, scale_factor=scale_of(node), mode="bilinear", align_corners=node["attrs"]["corners"]
    ),
}

# Ops that behave differently while training.
TRAINS = {"batchNorm", "dropout"}


def to_torch(op: str, name: str, values: Tensor) -> Tensor:
    """A weight from the page's axes to PyTorch's."""
    if name != "kernel":
        return values
    if op == "conv":
        return values.permute(3, 2, 0, 1).contiguous()
    return values.t().contiguous() if op == "dense" else values


def to_page(op: str, name: str, values: Tensor) -> Tensor:
    """A weight from PyTorch's axes to the page's."""
    if name != "kernel":
        return values
    if op == "conv":
        return values.permute(2, 3, 1, 0).contiguous()
    return values.t().contiguous() if op == "dense" else values


def disturbed(x: Tensor, strength: float) -> Tensor:
    """Every channel moved and stretched by chance, anew at every step: by a normal number of deviation `strength`, and by
    a factor between 1 − strength and 1 + strength. What a normalization had brought to rest moves again.

    Its numbers are those of PyTorch's global generator, like those of dropout; a checkpoint keeps its state.
    """
    shift = torch.randn(1, x.shape[1], 1, 1, device=x.device) * strength
    factor = 1 + (torch.rand(1, x.shape[1], 1, 1, device=x.device) * 2 - 1) * strength
    return x * factor.to(x.dtype) + shift.to(x.dtype)


class Network(nn.Module):
    """The graph as a module: `forward` gives logits, `trace` every node's output."""

    def __init__(self, graph: dict, seed: int):
        super().__init__()
        self.graph = graph
        self.nodes = {node["id"]: node for node in graph["nodes"]}
        generator = torch.Generator().manual_seed(seed)
        self.names: dict[str, dict[str, str]] = {}
        for node in graph["nodes"]:
            self.names[node["id"]] = {}
            for name, weight in node["weights"].items():
                key = f"{node['id']}.{name}".replace(".", ":")
                values = to_torch(node["op"], name, initial(weight, generator))
                self.names[node["id"]][name] = key
                if weight["role"] in ("running", "fixed"):
                    self.register_buffer(key, values)
                else:
                    self.register_parameter(key, nn.Parameter(values))
        last = self.nodes[graph["output"]]
        # Cross-entropy takes logits, so a final softmax is left to it.
        self.logits = last["inputs"][0] if last["op"] == "softmax" else last["id"]
        self.order = self._needed(self.logits)
        self.lasts = self._last_readers()
        # Nodes whose weights and running statistics stay as they are while the rest trains.
        self.frozen: set[str] = set()
        # How strongly the outputs of normalizations are disturbed while training.
        self.noise = 0.0

    def freeze(self, frozen: set[str]) -> None:
        self.frozen = frozen
        for node_id, names in self.names.items():
            for key in names.values():
                if isinstance(weight := getattr(self, key), nn.Parameter):
                    weight.requires_grad_(node_id not in frozen)

    def weights(self, node_id: str) -> dict[str, Tensor]:
        return {name: getattr(self, key) for name, key in self.names[node_id].items()}

    def forward(self, x: Tensor) -> Tensor:
        values: dict[str, Tensor] = {}
        for node in self.order:
            values[node["id"]] = self._run(node, values, x)
            for done in self.lasts[node["id"]]:
                del values[done]
        return values[self.logits].flatten(1)

    @torch.no_grad()
    def trace(self, x: Tensor) -> dict[str, Tensor]:
        values: dict[str, Tensor] = {}
        for node in self.graph["nodes"]:
            values[node["id"]] = self._run(node, values, x)
        return values

    def _run(self, node: dict, values: dict[str, Tensor], x: Tensor) -> Tensor:
        inputs = [values[i] for i in node["inputs"]] or [x]
        training = self.training and node["id"] not in self.frozen
        extra = {"training": training} if node["op"] in TRAINS else {}
        output = OPS[node["op"]](node, *inputs, self.weights(node["id"]), **extra)
        return disturbed(output, self.noise) if self.noise and training and node["op"] == "batchNorm" else output

    def _needed(self, target: str) -> list[dict]:
        """The nodes that the target depends on, in order: side paths are not computed while training."""
        wanted = {target}
        for node in reversed(self.graph["nodes"]):
            if node["id"] in wanted:
                wanted.update(node["inputs"])
        return [node for node in self.graph["nodes"] if node["id"] in wanted]

    def _last_readers(self) -> dict[str, list[str]]:
        """For every node the tensors that nobody reads after it."""
        last: dict[str, str] = {}
        for node in self.order:
            for i in node["inputs"]:
                last[i] = node["id"]
        free: dict[str, list[str]] = {node["id"]: [] for node in self.order}
        for tensor, reader in last.items():
            free[reader].append(tensor)
        return free


def initial(weight: dict, generator: torch.Generator) -> Tensor:
    """He normal (2015, "Delving deep into rectifiers") as on the page, and what the page fills with a value."""
    if "values" in weight:
        return torch.tensor(weight["values"]).reshape(weight["shape"])
    if "fill" in weight:
        return torch.full(weight["shape"], float(weight["fill"]))
    return torch.randn(weight["shape"], generator=generator) * math.sqrt(2 / weight["fanIn"])
