/** Modules and functions that PyTorch has not; written into the file of a network that uses one. */
export const helpers = {
  ScaleShift: `class ScaleShift(nn.Module):
    """One learned coefficient and one bias per map (LeCun et al. 1998)."""

    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels, 1, 1))
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))

    def forward(self, x):
        return self.weight * x + self.bias`,

  LayerScale: `class LayerScale(nn.Module):
    """One learned factor per channel (Touvron et al. 2021)."""

    def __init__(self, channels, sides):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels, *(1,) * (sides - 1)))

    def forward(self, x):
        return self.weight * x`,

  PartialConv2d: `class PartialConv2d(nn.Module):
    """A convolution whose output maps read only the input maps that a table names (LeCun et al. 1998)."""

    def __init__(self, in_channels, table, kernel_size, stride=1, padding=0):
        super().__init__()
        self.stride, self.padding = stride, padding
        self.shape = (len(table), in_channels, *kernel_size)
        pairs = [(out, source) for out, sources in enumerate(table) for source in sources]
        self.register_buffer("pairs", torch.tensor(pairs).T, persistent=False)
        self.weight = nn.Parameter(torch.empty(len(pairs), *kernel_size))
        self.bias = nn.Parameter(torch.zeros(len(table)))
        nn.init.normal_(self.weight, std=(2 * len(table) / self.weight.numel()) ** 0.5)

    def forward(self, x):
        kernel = x.new_zeros(self.shape).index_put(tuple(self.pairs), self.weight)
        return F.conv2d(x, kernel, self.bias, self.stride, self.padding)`,

  RadialBasis: `class RadialBasis(nn.Module):
    """Squared distances to codes that are designed, not trained (LeCun et al. 1998)."""

    def __init__(self, codes):
        super().__init__()
        self.register_buffer("codes", torch.tensor(codes, dtype=torch.float32))

    def forward(self, x):
        return (x[:, None, :] - self.codes).square().sum(2)`,

  mean_of_map: `def mean_of_map(x, sides, kernel_size, stride, ceil_mode=False):
    """The mean under each window of what lies on the map: padding is laid down but not counted."""
    mean = F.avg_pool2d(F.pad(x, sides), kernel_size, stride, ceil_mode=ceil_mode)
    share = F.avg_pool2d(F.pad(torch.ones_like(x), sides), kernel_size, stride, ceil_mode=ceil_mode)
    return mean / share`,
} as const

export type Helper = keyof typeof helpers
