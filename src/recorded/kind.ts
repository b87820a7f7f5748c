import type { Kind, Line } from '../ui/look'
import type { History } from './history'

/** How the layers of a network are joined, by its name; a test holds it against the graphs. Undefined where it is none of these. */
export function kindOf(network: string): Kind | undefined {
  if (/\bplain/.test(network)) return 'plain'
  if (/\bresne[tx]t?/.test(network)) return 'residual'
  return /\bdensenet/.test(network) ? 'dense' : undefined
}

/** As what a run is drawn. */
export const lineOf = ({ run }: History): Line => ({ network: run.name, kind: kindOf(run.network) })
