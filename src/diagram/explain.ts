import { unknown } from '../nn/unknown'
import { untilAnswered } from '../ui/untilAnswered'
import { type Look, markWords } from './look'
import type { Box, Label, Ribbon, Scene } from './scene'

/** What something is that only its color or its form tells, for those who point at it, reach it by keys or tap it. */
export function ribbonWords(
  ribbon: Ribbon,
  { labels, boxes, ribbons }: Pick<Scene, 'labels' | 'boxes' | 'ribbons'>,
): string | undefined {
  const { kind, path, channels, from, to } = ribbon
  if (ribbon.words !== undefined) return ribbon.words
  const on = path === null ? '' : `path ${path + 1}: `
  switch (kind) {
    case 'arc':
      return path === null
        ? undefined
        : `a shortcut inside ${to}: it carries the input of a block around the block; open ${to} to see it`
    case 'wrap':
      return `the output of ${from}${shapeOf(from, labels)} continues in the next line`
    case 'link':
      return `${to} reads the output of ${from} directly`
    case 'torn':
      return `${on}${channels} channels from ${from} do not fit here`
    case 'strand':
      return `${to} works in groups of channels`
    case 'fan':
      return `${channels} channels from ${from}${shapeOf(from, labels)}, into the paths that meet at ${to}`
    default: {
      const fan = ribbons.find((each) => each.kind === 'fan' && each.from === from)
      const next = fan
        ? `, into the paths that meet at ${fan.to}`
        : to === from
          ? ''
          : `, on to ${shownAs(to, boxes)}`
      return `${on}${channels} channels from ${from}${shapeOf(from, labels)}${next}`
    }
  }
}

/** What is drawn for a node: itself, or the closed group that holds it. */
function shownAs(node: string, boxes: Scene['boxes']): string {
  if (boxes.some(({ id }) => id === node)) return node
  const around = boxes.filter(({ id, kind }) => kind === 'group' && node.startsWith(`${id}/`))
  return around.sort((a, b) => b.id.length - a.id.length)[0]?.id ?? node
}

function shapeOf(node: string, labels: Scene['labels']): string {
  const label = labels.find(({ id }) => id === `shape ${node}`)
  return label ? ` (${label.runs.map(({ text }) => text).join('')})` : ''
}

/** What the numbers beside a tensor are. */
export function shapeWords({ of, runs }: Pick<Label, 'of' | 'runs'>): string {
  const isMap = runs.some(({ text }) => text.includes('×'))
  return `${isMap ? 'height, width and channels' : 'how many values'}: the output of ${of}`
}

/** The same for a box: its path, the stripes of a stack, the sign in its corner, and what leads around to it. */
export function boxWords(
  box: Box,
  { ribbons }: Pick<Scene, 'ribbons'>,
  look: Pick<Look, 'marks' | 'saysOfMark'> = {},
): string | undefined {
  const said: string[] = []
  const marked = markWords(box.id, look)
  if (marked !== undefined) said.push(marked)
  if (box.hidden) said.push(`${unknown} is ${untilAnswered}`)
  if (box.kind === 'layer' && box.path !== null) {
    const label = box.labels.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ')
    said.push(`${box.id}: ${label === '' ? '' : `${label}, `}on path ${box.path + 1}`)
  }
  if (box.kind === 'join') {
    const around = ribbons.find((ribbon) => ribbon.to === box.id && ribbon.words !== undefined)?.words
    if (around !== undefined) said.push(around)
    if (box.segments.length > 0)
      said.push(
        `stacked: ${box.segments
          .map(({ path, channels }) => `${channels} from ${path === null ? 'before' : `path ${path + 1}`}`)
          .join(', ')}`,
      )
  }
  return said.length > 0 ? said.join('; ') : undefined
}
