import { describe, expect, it } from 'vitest'
import { presets, resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { ops } from '../../nn/ops'
import { batchNorm } from '../../nn/ops/normalization'
import { conv } from '../../nn/ops/conv'
import { maxPool } from '../../nn/ops/pooling'
import { residual, seq } from '../../nn/spec'
import { writePytorch } from './writePytorch'
import { writers } from './writers'

const graphOf = (id: string, options = {}) => build(resolve(id, options).architecture)

/** Arguments of a call: `[3, 64, 7]` and `{ bias: 'False' }`. */
function argumentsOf(text: string): { values: string[]; named: Record<string, string> } {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const sign of text) {
    if ('([{'.includes(sign)) depth++
    if (')]}'.includes(sign)) depth--
    if (sign === ',' && depth === 0) {
      parts.push(part.trim())
      part = ''
    } else part += sign
  }
  parts.push(part.trim())
  const isNamed = (value: string) => /^\w+=/.test(value)
  return {
    values: parts.filter((value) => !isNamed(value)),
    named: Object.fromEntries(parts.filter(isNamed).map((value) => value.split('=') as [string, string])),
  }
}

const sides = (text: string) =>
  text.startsWith('(') ? text.slice(1, -1).split(',').map(Number) : [Number(text), Number(text)]

/** Parameters of what a line of a program constructs, by PyTorch's documentation of its modules. */
const counted: Record<string, (text: string) => number> = {
  'nn.Conv2d': (text) => {
    const { values, named } = argumentsOf(text)
    const [from, to] = values.map(Number)
    const [height, width] = sides(values[2])
    return (to * from * height * width) / Number(named.groups ?? 1) + (named.bias === 'False' ? 0 : to)
  },
  'nn.Linear': (text) => {
    const { values, named } = argumentsOf(text)
    const [from, to] = values.map(Number)
    return from * to + (named.bias === 'False' ? 0 : to)
  },
  'nn.BatchNorm2d': (text) => 2 * Number(argumentsOf(text).values[0]),
  'nn.BatchNorm1d': (text) => 2 * Number(argumentsOf(text).values[0]),
  'nn.Dropout': () => 0,
  'nn.LocalResponseNorm': () => 0,
  RadialBasis: () => 0,
  'nn.LayerNorm': (text) => 2 * Number(argumentsOf(text).values[0]),
  LayerScale: (text) => Number(argumentsOf(text).values[0]),
  ScaleShift: (text) => 2 * Number(text),
  PartialConv2d: (text) => {
    const { values } = argumentsOf(text)
    const table = JSON.parse(values[1]) as number[][]
    const [height, width] = sides(values[2])
    return table.flat().length * height * width + table.length
  },
}

function parametersOf(program: string): number {
  const made = [...program.matchAll(/^ {8}self\.\w+ = ([\w.]+)\((.*)\)$/gm)].filter(([, of]) => of in counted)
  return made.reduce((sum, [, of, text]) => sum + counted[of](text), 0)
}

describe.each(presets.map(({ id }) => id))('%s as a PyTorch program', (id) => {
  const graph = graphOf(id)
  const program = writePytorch(graph)

  it('has exactly the parameters of the graph', () =>
    expect(parametersOf(program)).toBe(graph.totals.trainable))

  it('gives every module and every named tensor a name of its own', () => {
    const modules = [...program.matchAll(/^ {8}(self\.\w+) = (?!stride)/gm)].map(([, name]) => name)
    const inClass = modules.filter((name) => !['self.weight', 'self.bias'].includes(name))
    expect(new Set(inClass).size).toBe(inClass.length)
  })

  it('reads no tensor before it is made', () => {
    const from = program.lastIndexOf('def forward')
    const body = program.slice(from, program.indexOf('if __name__'))
    const known = new Set(['image', 'torch', 'F', 'self', 'True', 'False', 'float'])
    for (const line of body.split('\n').filter((each) => / = /.test(each))) {
      const [name, value] = line.trim().split(/ = (.*)/s)
      if (!/^\w+$/.test(name)) continue
      const read = value.replaceAll(/"[^"]*"|\w+=|\.\w+/g, ' ').match(/[A-Za-z_]\w*/g) ?? []
      expect(read.filter((each) => !known.has(each))).toEqual([])
      known.add(name)
    }
  })
})

describe('a program', () => {
  const small = build({
    id: 'small',
    title: 'Small net',
    input: [8, 8, 4],
    body: seq(
      residual(seq(conv({ filters: 4, kernel: 3, pad: 1 }), batchNorm())),
      conv({ filters: 2, kernel: 3, stride: 2, pad: 'same' }),
      maxPool({ kernel: 3, stride: 2, ceil: true }),
    ),
  })

  it('passes on as x what only the next line reads', () =>
    expect(writePytorch(small)).toContain(`    def forward(self, image):
        x = self.conv1(image)
        x = self.bn(x)
        x = x + image
        x = self.conv2(F.pad(x, (0, 1, 0, 1)))
        pool = F.max_pool2d(x, 3, stride=2, ceil_mode=True)
        return pool`))

  it('says only what differs from the defaults of PyTorch', () =>
    expect(writePytorch(small)).toContain('self.conv1 = nn.Conv2d(4, 4, 3, padding=1, bias=False)'))

  it('compares its own count when it is run', () =>
    expect(writePytorch(graphOf('densenet121'))).toContain('assert parameters == 7978856, parameters'))

  it('returns side paths after the main output', () =>
    expect(writePytorch(graphOf('googlenet', { aux: true }))).toMatch(/return \w+, \w+, \w+\n/))

  it('is not written of a network that does not fit together', () => {
    const torn = build(resolve('resnet18', {}).architecture, { 'conv3_x/block1/conv1': { stride: 1 } })
    expect(() => writePytorch(torn)).toThrow('does not fit together')
  })

  it('can hold every op', () => expect(Object.keys(writers).sort()).toEqual(Object.keys(ops).sort()))
})

it('the class of a network is called like no helper that it needs and no module that it imports', () => {
  const body = seq(conv({ filters: 2, kernel: 1 }), { kind: 'op', op: 'scaleShift', attrs: {} })
  const classesOf = (title: string) =>
    [...writePytorch(build({ id: 'own', title, input: [4, 4, 3], body })).matchAll(/^class (\w+)/gm)].map(
      ([, name]) => name,
    )
  expect(classesOf('scale shift')).toEqual(['ScaleShift', 'ScaleShiftNetwork'])
  expect(classesOf('F')).toEqual(['ScaleShift', 'FNetwork'])
})
