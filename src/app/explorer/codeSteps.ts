import type { Line } from '../../export/program/program'
import type { NodeId } from '../../nn/graph'

/** The layer that a key leads to, in the order of the program; undefined where the key leads nowhere. */
export function inStep(lines: readonly Line[], selected: string | null, key: string): NodeId | undefined {
  const all = [...new Set(lines.flatMap(({ node }) => node ?? []))]
  const within = (id: NodeId) => id === selected || id.startsWith(`${selected}/`)
  const at = selected === null ? -1 : all.findIndex(within)
  switch (key) {
    case 'ArrowDown':
      return all[at + 1]
    case 'ArrowUp':
      return at < 0 ? all.at(-1) : all[at - 1]
    case 'Home':
      return all[0]
    case 'End':
      return all.at(-1)
    default:
      return undefined
  }
}
