import type { NodeId } from '../nn/graph'
import { spoken } from '../nn/shape'
import { unknown, withoutFilters } from '../nn/unknown'
import { untilAnswered } from '../ui/untilAnswered'
import type { Box, Label, Ribbon, Run, Scene } from './scene'
import { veiledName } from './veiledName'

/**
 * The same scene, as it is seen by somebody who is asked for its numbers first: what would tell the shape of a hidden node
 * is a question mark, on the picture, where it is pointed at and where it is read aloud. Nothing moves.
 *
 * @param hidden nodes, and groups with the node that they end in
 */
export function veiled(scene: Scene, hidden: ReadonlySet<NodeId>): Scene {
  if (hidden.size === 0) return scene
  const told = scene.labels
    .filter(({ kind, of }) => kind === 'shape' && hidden.has(of))
    .map(({ runs }) => textOf(runs))
  const quiet = (words: string) =>
    told.reduce((text, shape) => text.replaceAll(spoken(shape), unknown).replaceAll(shape, unknown), words)
  const veil = (label: Label) => (hidden.has(label.of) ? withoutNumber(label) : label)
  return {
    ...scene,
    labels: scene.labels.map(veil),
    boxes: scene.boxes.map((box) => {
      const labels = box.labels.map(veil)
      return hidden.has(box.id)
        ? { ...box, labels, words: wordsOf(box, labels), hidden: true as const }
        : { ...box, labels, words: quiet(box.words) }
    }),
    ribbons: scene.ribbons.map((ribbon) => (hidden.has(ribbon.from) ? withoutChannels(ribbon) : ribbon)),
  }
}

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

/** A shape as a whole, the total of a sum, the filters of a layer; what else a label says stays. */
function withoutNumber(label: Label): Label {
  const id = veiledName(label.id)
  const { room, runs, short } = label
  switch (label.kind) {
    case 'shape':
      return {
        ...label,
        id,
        // In the middle of the room that it leaves; a shape on several lines has one question mark.
        runs: [{ ...asked(label), text: label.id.includes('·') ? '' : unknown, path: null }],
        anchor: 'middle',
        x: room.x + room.width / 2,
      }
    case 'sum':
      return {
        ...label,
        id,
        runs: runs.map((run) =>
          run.text.includes('= ')
            ? { ...run, ...asked(label), text: run.text.replace(/= .*/, `= ${unknown}`) }
            : run,
        ),
      }
    case 'chip':
    case 'detail':
      return {
        ...label,
        id,
        runs: runs.map((run) => ({ ...run, text: withoutFilters(run.text) })),
        short: short === undefined ? undefined : withoutFilters(short),
      }
    default:
      return label
  }
}

/** A question mark answers where it is pointed at, for the box that it belongs to. */
const asked = ({ of }: Label) => ({ of, words: untilAnswered })

function wordsOf({ id }: Box, labels: readonly Label[]): string {
  return [...labels.map(({ runs }) => textOf(runs)), id, untilAnswered].join(', ')
}

function withoutChannels(ribbon: Ribbon): Ribbon {
  return { ...ribbon, words: `the output of ${ribbon.from}, ${untilAnswered}` }
}
