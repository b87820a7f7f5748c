import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build, type Edits } from '../nn/build'
import type { Graph } from '../nn/graph'
import { closed as unknownPart } from '../nn/ops/closed'
import { conv } from '../nn/ops/conv'
import { seq, stage } from '../nn/spec'
import { layout, measure } from './layout'
import { outlineOf } from './outline'
import { pathText } from './path'
import { overlapsIn } from './overlaps.fixture'
import type { LayoutView, Scene } from './scene'

const graphOf = (id: string, edits?: Edits) => build(resolve(id).architecture, edits)

const sceneOf = (id: string, open: readonly string[] = [], view: Partial<LayoutView> = {}) =>
  layout(graphOf(id), { ...view, expanded: new Set(open) })
const allGroups = (graph: Graph) => graph.groups.map((group) => group.id)

const textOf = (scene: Scene) => [
  ...scene.labels.map((label) => label.runs.map((run) => run.text).join('')),
  ...scene.boxes.flatMap((box) => box.labels.map((label) => label.runs.map((run) => run.text).join(''))),
]
const box = (scene: Scene, id: string) => scene.boxes.find((each) => each.id === id)!
const middle = (rect: { y: number; height: number }) => rect.y + rect.height / 2

/** One line for each box, in the order of the flow: what a small scene says. */
function print(scene: Scene): string {
  return [...scene.boxes]
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .map(
      ({ kind, id, x, y, width, height }) =>
        `${kind} ${id} ${[x, y, width, height].map(Math.round).join(' ')}`,
    )
    .join('\n')
}

describe('a residual block', () => {
  const closed = sceneOf('residual-block')
  const open = sceneOf('residual-block', ['block'])

  it('reads in the order of its layers', () => {
    expect(open.links.map(({ from, to }) => `${from} → ${to}`)).toMatchInlineSnapshot(`
      [
        "input → block/conv1",
        "block/conv1 → block/bn1",
        "block/bn1 → block/relu1",
        "block/relu1 → block/conv2",
        "block/conv2 → block/bn2",
        "block/bn2 → block/add",
        "input → block/add",
        "block/add → block/relu2",
      ]
    `)
  })

  it('has its layers on one line', () => {
    const line = middle(box(open, 'block/conv1'))
    for (const id of ['input', 'block/bn1', 'block/relu1', 'block/conv2', 'block/add', 'block/relu2'])
      expect(middle(box(open, id))).toBeCloseTo(line, 0)
  })

  it.each([
    ['open', open],
    ['closed', closed],
  ])('shows its skip above its layers when %s', (_, scene) => {
    const skip = scene.ribbons.find((ribbon) => ribbon.kind === 'skip')!
    const highest = Math.min(...skip.centre.map((point) => point.y))
    const boxes = scene.boxes.filter((each) => each.kind !== 'frame')
    expect(highest).toBeLessThan(Math.min(...boxes.map((each) => each.y)))
  })

  it('is drawn as printed', () => {
    expect(print(open)).toMatchInlineSnapshot(`
      "layer input 0 -12 54 25
      frame block 137 -160 760 229
      layer block/conv1 218 -12 108 25
      layer block/bn1 330 -10 31 20
      layer block/relu1 365 -10 48 20
      layer block/conv2 497 -12 108 25
      layer block/bn2 608 -10 31 20
      join block/add 788 -14 28 28
      layer block/relu2 832 -10 48 20"
    `)
  })
})

describe('an inception block', () => {
  const scene = sceneOf('inception-3a', ['inception'])

  it('spells out the sum of its channels', () => {
    expect(textOf(scene)).toContain('64 + 128 + 32 + 32 = 256')
  })

  it('colours each part of the sum as its path', () => {
    const sum = scene.labels.find((label) => label.kind === 'sum')!
    expect(sum.runs.flatMap((run) => run.path ?? [])).toEqual([0, 1, 2, 3])
  })

  it('stacks its paths in their order, each as high as its share', () => {
    const { segments, height } = box(scene, 'inception/concat')
    expect(segments.map((part) => part.channels)).toEqual([64, 128, 32, 32])
    expect(segments.map((part) => Math.round((part.height / height) * 256))).toEqual([64, 128, 32, 32])
    expect(segments.map((part) => part.y)).toEqual(segments.map((part) => part.y).sort((a, b) => a - b))
  })

  it('writes the shape on every edge', () => {
    const texts = textOf(scene)
    for (const shape of [
      '28×28×192',
      '28×28×96',
      '28×28×16',
      '28×28×64',
      '28×28×128',
      '28×28×32',
      '28×28×256',
    ])
      expect(texts).toContain(shape)
  })

  it('writes channels first when asked', () => {
    expect(textOf(sceneOf('inception-3a', ['inception'], { order: 'chw' }))).toContain('192×28×28')
  })

  it('has a path for each row of boxes, none above another', () => {
    const rows = ['p1/conv', 'p2/conv1', 'p3/conv1', 'p4/pool'].map((id) =>
      middle(box(scene, `inception/${id}`)),
    )
    expect(rows).toEqual([...rows].sort((a, b) => a - b))
    expect(new Set(rows).size).toBe(4)
  })
})

describe('thickness', () => {
  it('is proportional to channels where they are alike', () => {
    const { legend } = sceneOf('inception-3a')
    expect(legend.scale).toBe('linear')
  })

  it('grows with the root of channels where they range widely', () => {
    expect(sceneOf('googlenet').legend.scale).toBe('sqrt')
  })

  it('stays the same whatever is open', () => {
    const graph = graphOf('googlenet')
    const open = layout(graph, { expanded: new Set(allGroups(graph)) })
    expect(open.legend).toEqual(layout(graph, { expanded: new Set() }).legend)
  })
})

describe('a dense block', () => {
  const scene = sceneOf('dense-block-6', ['denseblock'])

  it('adds a strip of k channels with every layer', () => {
    const strips = (id: string) =>
      scene.ribbons.filter((ribbon) => ribbon.kind === 'strip' && ribbon.from === id).map((r) => r.channels)
    expect(strips('denseblock/layer1/concat')).toEqual([64, 32])
    expect(strips('denseblock/layer3/concat')).toEqual([64, 32, 32, 32])
  })

  it('gives every strip a colour of its own', () => {
    const last = scene.ribbons.filter((ribbon) => ribbon.from === 'denseblock/layer6/concat')
    const colours = last.map((ribbon) => ribbon.path)
    expect(new Set(colours).size).toBe(colours.length)
  })

  it('writes the growing number of channels', () => {
    for (const shape of ['56×56×96', '56×56×128', '56×56×160', '56×56×192', '56×56×224', '56×56×256'])
      expect(textOf(scene)).toContain(shape)
  })
})

describe('a grouped convolution', () => {
  const scene = sceneOf('resnext-block-grouped', ['block'])

  it('splits into as many strands as it has groups', () => {
    const strand = scene.ribbons.find((ribbon) => ribbon.kind === 'strand')!
    expect(pathText(outlineOf(strand, 'right')).match(/M/g)).toHaveLength(32)
  })
})

describe('a closed stage', () => {
  it('says how often it repeats its block', () => {
    expect(textOf(sceneOf('resnet18'))).toContain('2 × residual block')
    expect(textOf(sceneOf('densenet121'))).toContain('24 × dense layer')
  })

  it('shows the skips inside as arcs', () => {
    const arcs = sceneOf('resnet18').ribbons.filter(
      (ribbon) => ribbon.kind === 'arc' && ribbon.to === 'conv3_x',
    )
    expect(arcs).toHaveLength(2)
  })
})

describe('what does not fit', () => {
  const graph = graphOf('inception-3a', { 'inception/p3/conv2': { pad: 1 } })
  const open = layout(graph, { expanded: new Set(['inception']) })

  it('is torn where it should meet, with the arithmetic beside it', () => {
    // The three paths that agree are whole.
    expect(open.ribbons.filter(({ kind }) => kind === 'torn').map(({ id }) => id)).toEqual([
      'in inception/concat 2',
    ])
    expect(box(open, 'inception/concat').issue).toContain('28×28 against 26×26')
    const sentence = open.labels
      .filter(({ kind, id }) => kind === 'issue' && !id.startsWith('lost'))
      .map((label) => label.runs[0].text)
    expect(sentence.join(' ')).toBe('28×28 against 26×26')
    expect(overlapsIn(open)).toEqual([])
  })

  it('has no output, and neither has what reads it', () => {
    const names = open.labels.map(({ id }) => id)
    expect(open.labels.find(({ id }) => id.startsWith('lost inception/concat'))?.runs[0].text).toBe(
      'no output',
    )
    expect(names.filter((id) => id.startsWith('shape inception/concat'))).toEqual([])
    expect(open.tensors.map(({ id }) => id)).not.toContain('inception/concat')
    expect(open.ribbons.filter(({ kind, from }) => kind === 'flow' && from === 'inception/concat')).toEqual(
      [],
    )
    expect(open.tensors.map(({ id }) => id)).toContain('inception/p2/relu2')
  })

  it('marks the closed group around it', () => {
    const closed = layout(graph, { expanded: new Set() })
    expect(box(closed, 'inception').issue).toContain('28×28 against 26×26')
  })
})

describe('what is unknown', () => {
  it('is no tear, whether the group around it is open or closed', () => {
    const unknown = unknownPart({
      title: 'Einsum',
      why: 'Einsum cannot be computed here',
      holds: ['Einsum'],
      shape: [8, 8, 4],
    })
    const body = seq(
      stage('a', conv({ filters: 4, kernel: 1 }), unknown),
      stage('b', conv({ filters: 4, kernel: 1 })),
    )
    const graph = build({ id: 'file', title: 'File', input: [8, 8, 3], body })
    for (const expanded of [new Set<string>(), new Set(['a'])]) {
      const scene = layout(graph, { expanded })
      expect(scene.ribbons.filter(({ kind }) => kind === 'torn')).toEqual([])
      expect(scene.boxes.some(({ issue }) => issue !== null)).toBe(true)
    }
  })
})

describe('a side path', () => {
  const graph = build(resolve('googlenet', { aux: true }).architecture)
  const scene = layout(graph, { expanded: new Set() })

  it('hangs in a lane of its own below the main line', () => {
    for (const [side, main] of [
      ['aux1', 'inception_4b'],
      ['aux2', 'inception_4e'],
    ])
      expect(box(scene, side).y).toBeGreaterThan(box(scene, main).y + box(scene, main).height)
    expect(overlapsIn(scene)).toEqual([])
  })
})

describe('line breaks', () => {
  const graph = graphOf('googlenet')
  const closed = { expanded: new Set<string>() }

  it('make a network less wide, and no line longer than was asked for', () => {
    const room = measure(graph, closed)
    expect(room(900).width).toBeLessThan(room().width / 2)
    expect(layout(graph, { ...closed, line: 900 }).bounds.width).toBeLessThan(900 + 100)
  })

  it('go through an open stage, whose frame holds all its lines', () => {
    const dense = graphOf('densenet121')
    const expanded = new Set(['denseblock3'])
    const scene = layout(dense, { expanded, line: 1200 })
    const frame = box(scene, 'denseblock3')
    const layers = scene.boxes.filter((each) => each.parent === 'denseblock3' && each.kind === 'group')
    expect(layers).toHaveLength(24)
    expect(new Set(layers.map((each) => Math.round(each.y / 100))).size).toBeGreaterThan(2)
    for (const each of layers) {
      expect(each.y).toBeGreaterThan(frame.y)
      expect(each.y + each.height).toBeLessThan(frame.y + frame.height)
    }
    expect(scene.bounds.width).toBeLessThan(1300)
  })
})

describe('words', () => {
  it('describe a layer with its shapes and its path', () => {
    const scene = sceneOf('inception-3a', ['inception'])
    expect(box(scene, 'inception/p2/conv2').words).toBe(
      'Convolution, 3 by 3 conv, 128, input 28 by 28 by 96, output 28 by 28 by 128, path 2 of 4',
    )
  })

  it('describe a closed group with what is in it', () => {
    expect(box(sceneOf('resnet18'), 'conv3_x').words).toBe(
      'stage conv3_x, 2 × residual block, input 56 by 56 by 64, output 28 by 28 by 128, 525,568 parameters',
    )
  })
})

it('two networks that are compared share one scale: equal thickness is equal channels', () => {
  const [basic, bottleneck] = ['residual-block', 'bottleneck-block'].map((id) => graphOf(id))
  const sampleOf = (graph: Graph, beside?: Graph) =>
    layout(graph, { expanded: new Set(), beside }).legend.samples.map(({ channels, px }) => px / channels)
  expect(sampleOf(basic)[0]).not.toBeCloseTo(sampleOf(bottleneck)[0])
  expect(sampleOf(basic, bottleneck)[0]).toBeCloseTo(sampleOf(bottleneck, basic)[0])
})

it('says what each way around is, beside it and where it ends', () => {
  const graph = build(resolve('resnet18').architecture)
  const scene = layout(graph, { expanded: new Set(graph.groups.map(({ id }) => id)) })
  const words = new Set(scene.ribbons.flatMap((ribbon) => ribbon.words ?? []))
  expect(words).toContain(
    'identity shortcut: 56×56×64 from maxpool, unchanged, is added at conv2_x/block1/add',
  )
  expect([...words].filter((each) => each.startsWith('projection shortcut'))).toEqual([
    expect.stringMatching(
      / through 1×1 conv, 128 \/2 becomes 28×28×128 and is added at conv3_x\/block1\/add$/,
    ),
    expect.stringMatching(
      / through 1×1 conv, 256 \/2 becomes 14×14×256 and is added at conv4_x\/block1\/add$/,
    ),
    expect.stringMatching(/ through 1×1 conv, 512 \/2 becomes 7×7×512 and is added at conv5_x\/block1\/add$/),
  ])
  const join = scene.boxes.find(({ id }) => id === 'conv2_x/block1/add')!
  expect(join.words).toContain('identity shortcut: 56 by 56 by 64 from maxpool')
})

it('names in the legend what is drawn without words', () => {
  const signs = (id: string, open: readonly string[], line?: number) => {
    const graph = build(resolve(id).architecture)
    return layout(graph, { expanded: new Set(open), line }).legend.signs
  }
  expect(signs('resnet18', [], 600)).toEqual(['arc', 'wrap'])
  expect(signs('resnet18', [])).toEqual(['arc'])
  expect(signs('inception-3a', ['inception'])).toEqual(['path'])
  expect(signs('lenet5', [])).toEqual([])
})
