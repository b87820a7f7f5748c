import { graphOf } from '../../../architectures/built'
import { findEntry, presets } from '../../../architectures/index'
import type { Options } from '../../../architectures/family'
import type { Graph, Group } from '../../../nn/graph'
import { asMap } from '../../../nn/shape'
import { count, percent, signed } from '../../../ui/format'
import { near, type Printed, tolerance } from './audit'
import type { Finding, Verdict } from './checks'
import type { Entry } from './read'

/** Where a printed table means another variant than the preset of its name: ResNet's paper has the stride in the 1×1. */
const asPrinted: Readonly<Record<string, Options>> = { resnet: { 'stride-on': '1x1' } }

/** The network of a name as its paper has it. */
export function printedGraph(id: string): Graph {
  const { family } = findEntry(id)
  return graphOf(id, asPrinted[family.id])
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/\([^)]*=[^)]*\)/g, '')
    .replaceAll(/[^a-z0-9]/g, '')

/**
 * The network that a heading such as `DenseNet-121 (k = 32)` or `50-layer` names; undefined where there is none here.
 * @param family what a bare number of layers belongs to
 */
export function presetNamed(heading: string, family = 'resnet'): string | undefined {
  const layers = /^\s*(\d+)[\s-]*layers?\s*$/i.exec(heading)
  const wanted = layers ? `${family}${layers[1]}` : bare(heading)
  return presets.find(({ id, preset }) => bare(id) === wanted || bare(preset.title) === wanted)?.id
}

/** The part of a network that each row of its table means, by name, or by its place between named rows; null for none. */
export function partsFor(
  graph: Graph,
  entries: readonly Pick<Entry, 'name'>[],
): readonly ({ readonly group: Group; readonly by: 'name' | 'place' } | null)[] {
  const parts = graph.groups.filter(({ parent, totals }) => parent === '' && totals.trainable > 0)
  const named = entries.map(({ name }) => partNamed(parts, name))
  const taken = new Set(named.filter((at) => at >= 0))
  return named.map((at, i) => {
    if (at >= 0) return { group: parts[at], by: 'name' }
    const anchor = nearestNamed(named, i)
    if (anchor === undefined) return null
    const place = named[anchor] + i - anchor
    return parts[place] && !taken.has(place) ? { group: parts[place], by: 'place' } : null
  })
}

function partNamed(parts: readonly Group[], name: string): number {
  const wanted = bare(name).replace('layer', '')
  if (wanted === '') return -1
  const exact = parts.findIndex(({ id }) => bare(id) === wanted)
  if (exact >= 0) return exact
  const ends = (text: string, end: string) => /\d/.test(end) && text.endsWith(end)
  const ending = parts.findIndex(({ id }) => ends(bare(id), wanted) || ends(wanted, bare(id)))
  if (ending >= 0) return ending
  // A table may say “block 3a” of what is called inception_3a here: the number tells, where one part alone has it.
  const number = lastWord(name)
  const having = parts.flatMap(({ id }, at) => (lastWord(id) === number ? [at] : []))
  return having.length === 1 && /\d[a-z]/.test(number) ? having[0] : -1
}

const lastWord = (text: string) => /[a-z0-9]+(?=[^a-z0-9]*$)/.exec(text.toLowerCase())?.[0] ?? ''

function nearestNamed(named: readonly number[], i: number): number | undefined {
  const anchors = named.flatMap((at, j) => (at >= 0 ? [j] : []))
  return anchors.sort((a, b) => Math.abs(a - i) - Math.abs(b - i))[0]
}

/** A row against the part of the network that it means. */
export function countFindings(
  entry: Entry,
  group: Pick<Group, 'id' | 'shape' | 'totals'>,
): readonly Finding[] {
  const { params, macs, size, said } = entry
  const { weights } = group.totals.params
  const { trainable } = group.totals
  const part = group.id === '' ? 'the network' : group.id
  return [
    ...(params ? [paramsFinding(said.params!, params, weights, trainable, part)] : []),
    ...(macs ? [amountFinding('macs', said.macs!, macs, group.totals.macs, `MACs of ${part}`)] : []),
    ...(size && group.id !== '' ? [outputFinding(said.output!, size, group)] : []),
  ]
}

/** Some tables count biases and normalization, some only kernels: the nearer of both is held against. */
function paramsFinding(said: string, params: Printed, weights: number, all: number, part: string): Finding {
  const off = (counted: number) => Math.abs(params.value / counted - 1)
  return off(weights) <= off(all)
    ? amountFinding('params', said, params, weights, `weights of ${part}, without biases and γ, β`)
    : amountFinding('params', said, params, all, `trained parameters of ${part}`)
}

/** A printed amount against a counted one. */
export function amountFinding(
  test: 'params' | 'macs',
  said: string,
  { value, low, high }: Printed,
  counted: number,
  of: string,
): Finding {
  const off = value / counted - 1
  const allowed = low <= counted && counted <= high
  const verdict: Verdict =
    Math.abs(off) <= tolerance
      ? 'fits'
      : allowed || Math.abs(off) <= near
        ? 'rounding'
        : Math.abs(off / 2 - 0.5) <= near / 2
          ? 'twice'
          : 'wrong'
  const ends = {
    fits: 'They agree.',
    rounding: allowed ? 'Rounding explains it.' : 'That is close but more than rounding can explain.',
    twice: 'That is twice as much: it may count multiplications and additions separately.',
    wrong: 'The row contradicts the count.',
  }[verdict]
  return {
    test,
    verdict,
    off,
    arithmetic: `Printed: ${said} = ${count(value)}. Counted: ${count(counted)} ${of}. Off by ${signed(off, percent)}. ${ends}`,
  }
}

function outputFinding(
  said: string,
  { height, width, channels }: NonNullable<Entry['size']>,
  { id, shape }: Pick<Group, 'id' | 'shape'>,
): Finding {
  const [rows, columns, depth] = asMap(shape)
  const fits = height === rows && width === columns && (channels === undefined || channels === depth)
  return {
    test: 'output',
    verdict: fits ? 'fits' : 'wrong',
    off: 0,
    arithmetic: `Printed: an output of ${said}. Counted: ${id} outputs ${rows}×${columns}×${depth}. ${fits ? 'They agree.' : 'The row contradicts the count.'}`,
  }
}
