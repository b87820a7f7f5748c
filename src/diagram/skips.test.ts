import { describe, expect, it } from 'vitest'
import { presets, resolve } from '../architectures/index'
import { build } from '../nn/build'
import type { Graph, Group, GroupId } from '../nn/graph'
import { rollsOf } from '../nn/rolls'
import { today } from '../ui/sampled.fixture'
import { layout } from './layout'
import type { LayoutView, Ribbon, Scene } from './scene'
import { skipFaults } from './skips.fixture'

/** Groups of each kind that look different: one first, one last and one between others for each way of being built. */
function kinds(graph: Graph): readonly Group[] {
  const seen = new Set<string>()
  return graph.groups.filter((group) => {
    if (group.level !== 'stage' && group.level !== 'block') return false
    const parent = graph.group(group.parent ?? '')
    const place = parent.children.indexOf(group.id)
    const where = place === 0 ? 'first' : place === parent.children.length - 1 ? 'last' : 'between'
    const key = `${group.signature} ${parent.signature} ${group.level === 'stage' ? group.id : where}`
    return !seen.has(key) && seen.add(key)
  })
}

/** A group and whatever holds it, open. */
function opened(graph: Graph, id: GroupId): ReadonlySet<GroupId> {
  const parent = graph.group(id).parent
  return new Set(parent === null ? [] : [...opened(graph, parent), id])
}

const manners: readonly Omit<LayoutView, 'expanded'>[] = [
  {},
  { line: 1060 },
  { direction: 'down' },
  { direction: 'down', line: 700 },
]

describe.each(today(presets).map(({ id }) => id))('%s', (id) => {
  const graph = build(resolve(id).architecture)

  it('draws every way around apart from the main line and from every box, whatever is open', () => {
    const groups = graph.groups.filter(({ level }) => level !== 'network').map((group) => group.id)
    const stages = graph.groups.filter(({ level }) => level === 'stage').map((group) => group.id)
    const states: readonly (readonly [string, ReadonlySet<GroupId>])[] = [
      ['all closed', new Set()],
      ['all open', new Set(groups)],
      ['all stages open', new Set(stages)],
      ['all stages and rolls open', new Set([...stages, ...rollsOf(graph).map((roll) => roll.id)])],
      ...kinds(graph).map((group) => [`${group.id} open`, opened(graph, group.id)] as const),
    ]
    const found = states.flatMap(([state, expanded]) =>
      manners.flatMap((manner) => {
        const view = { ...manner, expanded }
        return skipFaults(graph, view, layout(graph, view)).map(
          (fault) => `${state}, ${JSON.stringify(manner)}: ${fault}`,
        )
      }),
    )
    expect(found.slice(0, 10)).toEqual([])
  })
})

describe('the check itself', () => {
  const graph = build(resolve('residual-block').architecture)
  const view = { expanded: new Set(['block']) }
  const scene = layout(graph, view)
  const withSkips = (change: (skip: Ribbon) => readonly Ribbon[]): Scene => ({
    ...scene,
    ribbons: scene.ribbons.flatMap((ribbon) => (ribbon.kind === 'skip' ? change(ribbon) : [ribbon])),
  })

  it('finds a sum without its way around', () =>
    expect(
      skipFaults(
        graph,
        view,
        withSkips(() => []),
      ),
    ).toEqual(['block/add has no way around']))

  it('finds a way around that was laid on the main line, and the boxes that it then lies on', () => {
    const flat = withSkips((skip) => {
      const v = skip.centre[0].y
      const stations = skip.shape.form === 'band' ? skip.shape.stations.map((each) => ({ ...each, v })) : []
      return [
        { ...skip, shape: { form: 'band', stations }, centre: skip.centre.map(({ x }) => ({ x, y: v })) },
      ]
    })
    const found = skipFaults(graph, view, flat)
    expect(found).toContain('the way around to block/add lies on the main line')
    expect(found).toContain('the skip skip block/add 1 lies on block/conv1')
  })
})
