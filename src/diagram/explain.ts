import { markSigns, type Mark } from './look'
import type { Box, Ribbon, Scene } from './scene'

/** What something is that only its color or its form tells, for those who point at it, reach it by keys or tap it. */
export function ribbonWords(ribbon: Ribbon, { labels }: Pick<Scene, 'labels'>): string | undefined {
  const { kind, path, channels, from, to } = ribbon
  if (ribbon.words !== undefined) return ribbon.words
  const on = path === null ? '' : `path ${path + 1}: `
  switch (kind) {
    case 'arc':
      return path === null ? undefined : `shortcut inside ${to}`
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
      const next = to === from ? '' : `, on to ${to}`
      return `${on}${channels} channels from ${from}${shapeOf(from, labels)}${next}`
    }
  }
}

function shapeOf(node: string, labels: Scene['labels']): string {
  const label = labels.find(({ id }) => id === `shape ${node}`)
  return label ? ` (${label.runs.map(({ text }) => text).join('')})` : ''
}

/** The same for a box: its path, the stripes of a stack, the sign in its corner, and what leads around to it. */
export function boxWords(box: Box, { ribbons }: Pick<Scene, 'ribbons'>, mark?: Mark): string | undefined {
  const said: string[] = []
  if (mark) said.push(markSigns[mark].long)
  if (box.kind === 'layer' && box.path !== null) said.push(`on path ${box.path + 1}`)
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
