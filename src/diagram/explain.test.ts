import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { boxWords, ribbonWords, shapeWords } from './explain'
import { signNames } from './signNames'
import { signSentences } from './signs'
import { layout } from './layout'
import type { LayoutView, Scene } from './scene'

const sceneOf = (id: string, view: Partial<LayoutView> = {}, options = {}) => {
  const graph = build(resolve(id, options).architecture)
  return layout(graph, { expanded: new Set(graph.groups.map((group) => group.id)), ...view })
}

const closed = { expanded: new Set<string>() }

/** What has no words although it is drawn in a color, as a dotted line or as an arc. */
const silent = (scene: Scene) =>
  scene.ribbons.filter((each) => ribbonWords(each, scene) === undefined).map(({ id }) => id)

describe('what is pointed at', () => {
  it('says of the numbers beside a tensor what they are', () => {
    const { labels } = sceneOf('lenet5', closed)
    const words = labels.filter(({ kind }) => kind === 'shape').map(shapeWords)
    expect(words[0]).toBe('height, width and channels: the output of input')
    expect(words.at(-1)).toMatch(/^how many values: the output of /)
  })

  it.each([
    ['inception-3a', {}],
    ['residual-block', {}],
    ['densenet121', closed],
    ['cifar-densenet22-k12', { links: 'all' }],
    ['resnet18', { ...closed, line: 600 }],
    ['resnext50-32x4d', { line: 900 }],
    ['alexnet', {}],
  ] as const)('has words for every ribbon, arc and line of %s', (id, view) =>
    expect(silent(sceneOf(id, view as Partial<LayoutView>))).toEqual([]),
  )

  it('is a path by its number, with what it carries', () => {
    const scene = sceneOf('inception-3a')
    const words = scene.ribbons.map((each) => ribbonWords(each, scene))
    expect(words).toContain(
      'path 2: 128 channels from inception/p2/relu2 (28×28×128), on to inception/concat',
    )
    const concat = scene.boxes.find(({ segments }) => segments.length > 0)!
    expect(boxWords(concat, scene)).toBe(
      'stacked: 64 from path 1, 128 from path 2, 32 from path 3, 32 from path 4',
    )
  })

  it('leads into all paths of an open block, and to the box of a closed one', () => {
    const wordsOf = (expanded: ReadonlySet<string>) => {
      const scene = sceneOf('googlenet', { expanded })
      return scene.ribbons.filter(({ from }) => from === 'pool3').map((each) => ribbonWords(each, scene))
    }
    for (const words of wordsOf(new Set(['inception_4a'])))
      expect(words).toMatch(/, into the paths that meet at inception_4a\/concat$/)
    for (const words of wordsOf(new Set())) expect(words).toMatch(/, on to inception_4a$/)
  })

  it('is an arc over a closed stage, or a dotted line with the shape that goes on', () => {
    const scene = sceneOf('resnet18', { ...closed, line: 600 })
    const words = scene.ribbons.map((each) => ribbonWords(each, scene))
    expect(words).toContain(
      'a shortcut inside conv2_x: it carries the input of a block around the block; open conv2_x to see it',
    )
    expect(words.find((each) => each?.includes('next line'))).toMatch(
      /the output of .* \(\d+×\d+×\d+\) continues in the next line/,
    )
  })

  it('is the sign in a corner', () => {
    const scene = sceneOf('residual-block')
    const conv = scene.boxes.find(({ id }) => id === 'block/conv1')!
    expect(boxWords(conv, scene, { marks: new Map([[conv.id, 'changed']]) })).toBe(
      'differs from the version it is compared with; block/conv1: 3×3 conv, 64, on path 1',
    )
  })
})

it('every sign that the legend of a network shows has a word and a sentence', () => {
  for (const id of ['googlenet', 'resnet50', 'densenet121', 'resnext50-32x4d', 'alexnet'])
    for (const view of [{}, closed, { ...closed, line: 700 }])
      for (const sign of sceneOf(id, view).legend.signs) {
        expect(signNames[sign].length).toBeLessThan(30)
        expect(signSentences[sign]).toMatch(/\.$/)
      }
})
