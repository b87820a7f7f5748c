// Runs the operators of a written file that pool one map, as the specification of ONNX (opset 17) says what they do. A
// sample of the same files goes through onnxruntime in `pools.browser.test.ts`.
import type { Plane } from '../pools.fixture'
import type { Model, Operator } from './proto'

/** What the file makes of a map with one channel. */
export function runModel({ graph }: Model, image: Plane): Plane {
  const integers = new Map(
    graph.initializer.map(({ name, rawData }) => [
      name,
      [...new BigInt64Array(Uint8Array.from(rawData).buffer)].map(Number),
    ]),
  )
  const planes = new Map<string, Plane>([[graph.input[0].name, image]])
  for (const operator of graph.node) {
    const inputs = operator.input.map((name) => planes.get(name)).filter((plane) => plane !== undefined)
    const constants = operator.input.flatMap((name) => integers.get(name) ?? [])
    planes.set(operator.output[0], run(operator, inputs, constants))
  }
  return planes.get(graph.output[0].name)!
}

function run(operator: Operator, inputs: readonly Plane[], constants: readonly number[]): Plane {
  const [x] = inputs
  const number = (name: string) => operator.attribute.find((each) => each.name === name)?.i
  const numbers = (name: string) => operator.attribute.find((each) => each.name === name)?.ints
  switch (operator.opType) {
    case 'MaxPool':
    case 'AveragePool':
      if (number('ceil_mode') || number('count_include_pad')) throw new Error('not expected')
      return pooled(x, operator.opType === 'MaxPool', {
        kernel: numbers('kernel_shape')!,
        strides: numbers('strides') ?? [1, 1],
        pads: numbers('pads') ?? [0, 0, 0, 0],
      })
    case 'Pad': {
      const [, , top, left, , , bottom, right] = constants
      return tabulate(x.height + top + bottom, x.width + left + right, (row, column) => {
        const [r, c] = [row - top, column - left]
        return r < 0 || c < 0 || r >= x.height || c >= x.width ? 0 : x.values[r * x.width + c]
      })
    }
    case 'Slice': {
      const [from, to, axis] = constants
      return axis === 2
        ? tabulate(to - from, x.width, (row, column) => x.values[(row + from) * x.width + column])
        : tabulate(x.height, to - from, (row, column) => x.values[row * x.width + column + from])
    }
    case 'ReduceMax':
    case 'ReduceMean': {
      const isMax = operator.opType === 'ReduceMax'
      const one = (values: readonly number[]) =>
        isMax ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0) / values.length
      const range = (length: number) => Array.from({ length }, (_, i) => i)
      return numbers('axes')![0] === 2
        ? tabulate(1, x.width, (_, c) => one(range(x.height).map((r) => x.values[r * x.width + c])))
        : tabulate(x.height, 1, (r) => one(range(x.width).map((c) => x.values[r * x.width + c])))
    }
    case 'Concat': {
      const isRows = number('axis') === 2
      const height = isRows ? inputs.reduce((sum, part) => sum + part.height, 0) : x.height
      const width = isRows ? x.width : inputs.reduce((sum, part) => sum + part.width, 0)
      return tabulate(height, width, (row, column) => {
        let [r, c] = [row, column]
        for (const part of inputs) {
          if (r < part.height && c < part.width) return part.values[r * part.width + c]
          if (isRows) r -= part.height
          else c -= part.width
        }
        throw new Error('the parts are too few')
      })
    }
    default:
      throw new Error(`${operator.opType} is not known`)
  }
}

function tabulate(height: number, width: number, of: (row: number, column: number) => number): Plane {
  const values = Array.from({ length: height * width }, (_, i) => of(Math.floor(i / width), i % width))
  return { height, width, values }
}

interface Pooling {
  readonly kernel: readonly number[]
  readonly strides: readonly number[]
  /** Top, left, bottom, right. */
  readonly pads: readonly number[]
}

/** Rounds down, and padding does not count. */
function pooled(x: Plane, isMax: boolean, { kernel, strides, pads }: Pooling): Plane {
  const outputs = [x.height, x.width].map((size, a) => {
    // onnxruntime: “pad should be smaller than kernel”.
    if (pads[a] >= kernel[a] || pads[a + 2] >= kernel[a]) throw new Error('pad should be smaller than kernel')
    return Math.floor((size + pads[a] + pads[a + 2] - kernel[a]) / strides[a]) + 1
  })
  return tabulate(outputs[0], outputs[1], (i, j) => {
    const seen: number[] = []
    for (let row = i * strides[0] - pads[0], end = row + kernel[0]; row < end; row++)
      for (let column = j * strides[1] - pads[1], last = column + kernel[1]; column < last; column++)
        if (row >= 0 && column >= 0 && row < x.height && column < x.width)
          seen.push(x.values[row * x.width + column])
    return isMax ? Math.max(...seen) : seen.reduce((sum, value) => sum + value, 0) / seen.length
  })
}
