import { formatOption } from '../../architectures/options'
import type { Options } from '../../architectures/family'
import { networkOf } from '../../lab/workbench/own-training/networks'
import type { Edits } from '../../nn/build'
import { writeEdits } from '../../nn/edits'
import { writeRoute } from '../route/route'

/** What a step of a network may cost and hold, so that a training takes minutes and not hours. */
const most = { macs: 100e6, params: 2e6 }

/** Side of the images that it would learn. */
const size = 32

/** The address of the lab that trains a network as it is set; undefined for one that is not trained in a page. */
export function trainingOf(network: string, options: Options, edits: Edits): string | undefined {
  const said = new URLSearchParams(
    Object.entries(options)
      // The lab has images and classes of its own.
      .filter(([name]) => name !== 'input' && name !== 'classes')
      .map(([name, value]) => [name, formatOption(value)]),
  )
  const edit = writeEdits(edits)
  if (edit !== undefined) said.set('edit', edit)
  const net = said.size > 0 ? `${network}?${said.toString()}` : network
  const found = networkOf({ net, blocks: 1, size, channels: 3, classes: 10 })
  if ('problem' in found) return undefined
  const { macs, trainable } = found.graph.totals
  if (macs > most.macs || trainable > most.params) return undefined
  return writeRoute({ page: 'lab', lab: 'own-training', said: { net, size: String(size) } })
}
