/** Layers and functions that Keras has not; written into the file of a network that uses one. */
export const helpers = {
  ScaleShift: `class ScaleShift(layers.Layer):
    """One learned coefficient and one bias per map (LeCun et al. 1998)."""

    def build(self, shape):
        self.coefficient = self.add_weight(name="coefficient", shape=(shape[-1],), initializer="ones")
        self.bias = self.add_weight(name="bias", shape=(shape[-1],), initializer="zeros")

    def call(self, x):
        return self.coefficient * x + self.bias`,

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

  over_bins: `def over_bins(x, grid, reduce):
    """A grid of bins that cover the map whatever its size, each reduced to one value."""
    bins = lambda size: [(i * size // grid, -(-(i + 1) * size // grid)) for i in range(grid)]
    rows = ops.concatenate([reduce(x[:, a:b], axis=1, keepdims=True) for a, b in bins(x.shape[1])], axis=1)
    return ops.concatenate([reduce(rows[:, :, a:b], axis=2, keepdims=True) for a, b in bins(x.shape[2])], axis=2)`,
} as const

export type Helper = keyof typeof helpers
