/** Layers and functions that Keras has not; written into the file of a network that uses one. */
export const helpers = {
  ScaleShift: `class ScaleShift(layers.Layer):
    """One learned coefficient and one bias per map (LeCun et al. 1998)."""

    def build(self, shape):
        self.coefficient = self.add_weight(name="coefficient", shape=(shape[-1],), initializer="ones")
        self.bias = self.add_weight(name="bias", shape=(shape[-1],), initializer="zeros")

    def call(self, x):
        return self.coefficient * x + self.bias`,

  LayerScale: `class LayerScale(layers.Layer):
    """One learned factor per channel (Touvron et al. 2021)."""

    def build(self, shape):
        self.coefficient = self.add_weight(name="coefficient", shape=(shape[-1],), initializer="ones")

    def call(self, x):
        return self.coefficient * x`,

  PartialConv2D: `class PartialConv2D(layers.Layer):
    """A convolution whose output maps read only the input maps that a table names (LeCun et al. 1998)."""

    def __init__(self, table, kernel_size, strides):
        super().__init__()
        self.table, self.kernel_size, self.strides = table, kernel_size, strides

    def build(self, shape):
        pairs = [(source, out) for out, sources in enumerate(self.table) for source in sources]
        select = np.zeros((len(pairs), shape[-1], len(self.table)), "float32")
        for i, (source, out) in enumerate(pairs):
            select[i, source, out] = 1
        self.select, self.sides = select.reshape(len(pairs), -1), (shape[-1], len(self.table))
        self.kernel = self.add_weight(name="kernel", shape=(*self.kernel_size, len(pairs)), initializer="he_normal")
        self.bias = self.add_weight(name="bias", shape=(len(self.table),), initializer="zeros")

    def call(self, x):
        kernel = ops.reshape(ops.matmul(self.kernel, self.select), (*self.kernel_size, *self.sides))
        return ops.conv(x, kernel, self.strides, data_format="channels_last") + self.bias`,

  RadialBasis: `class RadialBasis(layers.Layer):
    """Squared distances to codes that are designed, not trained (LeCun et al. 1998)."""

    def __init__(self, codes):
        super().__init__()
        self.codes = np.array(codes, "float32")

    def call(self, x):
        return ops.sum(ops.square(x[:, None, :] - ops.convert_to_tensor(self.codes)), axis=2)`,

  local_response_normalization: `def local_response_normalization(x, size, bias, alpha, beta):
    """Divides by a power of the sum of squares over neighboring channels (Krizhevsky et al. 2012)."""
    channels, reach = x.shape[-1], (size - 1) // 2
    squares = ops.pad(ops.square(x), ((0, 0), (0, 0), (0, 0), (reach, reach)))
    near = sum(squares[..., i : i + channels] for i in range(size))
    return x / (bias + alpha * near) ** beta`,

  mean_of_map: `def mean_of_map(x, counted, beyond, kernel_size, strides):
    """The mean under each window: zeros that are laid down as counted are averaged in, those beyond are not."""
    around = lambda map, sides: ops.pad(map, ((0, 0), *sides, (0, 0)))
    pool = lambda map: ops.average_pool(map, kernel_size, strides, "valid", data_format="channels_last")
    x = around(x, counted)
    return pool(around(x, beyond)) / pool(around(ops.ones_like(x), beyond))`,

  GroupedConv2DTranspose: `class GroupedConv2DTranspose(layers.Layer):
    """A transposed convolution whose filters see only the channels of their own group."""

    def __init__(self, filters, kernel_size, groups, strides, output_padding, use_bias=True):
        super().__init__()
        pair = lambda value: value if isinstance(value, tuple) else (value, value)
        self.filters, self.groups, self.use_bias = filters, groups, use_bias
        self.kernel_size, self.strides, self.output_padding = pair(kernel_size), pair(strides), pair(output_padding)

    def build(self, shape):
        sides = (*self.kernel_size, shape[-1] // self.groups, self.filters)
        self.kernel = self.add_weight(name="kernel", shape=sides, initializer="he_normal")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.filters,), initializer="zeros")

    def call(self, x):
        parts = zip(ops.split(x, self.groups, axis=-1), ops.split(self.kernel, self.groups, axis=-1))
        options = dict(strides=self.strides, output_padding=self.output_padding, data_format="channels_last")
        turned = lambda kernel: ops.transpose(kernel, (0, 1, 3, 2))
        y = ops.concatenate([ops.conv_transpose(part, turned(kernel), **options) for part, kernel in parts], axis=-1)
        return y + self.bias if self.use_bias else y`,

  bilinear: `def bilinear(x, size, corners=False):
    """Values between those of the map, along straight lines; with corners the corner values stay at the corners."""

    def along(x, axis, many):
        inputs = x.shape[axis]
        at = np.arange(many)
        at = at * (inputs - 1) / max(1, many - 1) if corners else (at + 0.5) * inputs / many - 0.5
        at = np.clip(at, 0, inputs - 1)
        first = np.floor(at).astype("int32")
        share = np.reshape(at - first, [-1 if side == axis else 1 for side in range(4)])
        share = ops.convert_to_tensor(share.astype("float32"))
        second = np.minimum(first + 1, inputs - 1)
        return ops.take(x, first, axis=axis) * (1 - share) + ops.take(x, second, axis=axis) * share

    return along(along(x, 1, size[0]), 2, size[1])`,

  over_bins: `def over_bins(x, grid, reduce):
    """A grid of bins that cover the map whatever its size, each reduced to one value."""
    bins = lambda size: [(i * size // grid, -(-(i + 1) * size // grid)) for i in range(grid)]
    rows = ops.concatenate([reduce(x[:, a:b], axis=1, keepdims=True) for a, b in bins(x.shape[1])], axis=1)
    return ops.concatenate([reduce(rows[:, :, a:b], axis=2, keepdims=True) for a, b in bins(x.shape[2])], axis=2)`,
} as const

export type Helper = keyof typeof helpers
