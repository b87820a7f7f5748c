import { describe, expect, it } from 'vitest'
import { presets } from '../../architectures/index'
import { graphOf } from '../state/network'
import { courseOf, riverOf, shiftsOf } from './river'

describe('a network as a river of tensors', () => {
  it('GoogLeNet has six sizes of maps, and nine blocks of four paths', () => {
    const { stretches } = riverOf(graphOf('googlenet-bn', { classes: 10 }))
    expect(stretches.map(({ shape }) => shape.join('×'))).toEqual([
      '224×224×3',
      '112×112×64',
      '56×56×192',
      '28×28×480',
      '14×14×832',
      '7×7×1024',
    ])
    const blocks = stretches.flatMap(({ parts }) => parts).filter(({ paths }) => paths.length > 1)
    expect(blocks).toHaveLength(9)
    expect(blocks[0].paths).toEqual([64, 128, 32, 32])
  })

  it('ResNet-18 has five stages, and eight blocks whose input is added again', () => {
    const { stretches } = riverOf(graphOf('resnet18'))
    expect(stretches.map(({ shape }) => shape[2])).toEqual([3, 64, 64, 128, 256, 512])
    expect(stretches.flatMap(({ parts }) => parts).filter(({ isShortcut }) => isShortcut)).toHaveLength(8)
  })

  it('loses no part of the main line that gives maps, in any network', () => {
    for (const { id } of presets) {
      const graph = graphOf(id)
      const { stretches } = riverOf(graph)
      expect(stretches[0].node, id).toBe(graph.input)
      for (const { parts, node } of stretches.slice(1)) expect(parts.at(-1)!.output, id).toBe(node)
    }
  })

  it.each([280, 640, 900])(
    'lies within %i pixels, from the photo to the values, and nothing overlaps',
    (width) => {
      for (const id of ['googlenet-bn', 'resnet18', 'densenet121', 'cifar-resnet20']) {
        const { faces, end } = courseOf(riverOf(graphOf(id)), width)
        expect(faces[0].x).toBe(0)
        faces.slice(1).forEach(({ x }, i) => expect(x, id).toBeGreaterThan(faces[i].x + faces[i].side))
        expect(end.x + end.width).toBeCloseTo(width, 5)
      }
    },
  )

  it('has room on a phone for height, width and channels of all its tensors, beside each other', () => {
    const room = 326
    const { faces } = courseOf(riverOf(graphOf('googlenet-bn', { classes: 10 })), room)
    const widths = [52, 52, 38, 38, 38, 40]
    const shifts = shiftsOf(widths, faces, 4, room)!
    const starts = shifts.map((shift, i) => faces[i].x + (faces[i].side - widths[i]) / 2 + shift)
    expect(starts[0]).toBeGreaterThanOrEqual(0)
    starts.slice(1).forEach((start, i) => expect(start).toBeGreaterThanOrEqual(starts[i] + widths[i] + 3.9))
    expect(starts.at(-1)! + widths.at(-1)!).toBeLessThanOrEqual(room)
    expect(shiftsOf([80, 80, 80, 80, 80, 80], faces, 4, room)).toBeNull()
  })
})
