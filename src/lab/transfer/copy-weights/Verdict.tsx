import { count } from '../../../ui/format'
import type { Match } from './copy'

interface Props {
  /** The tensor that was gone through last; none at the beginning. */
  readonly match: Match | undefined
  readonly place: number
  readonly of: number
  /** Not said aloud, as while the copy plays. */
  readonly quiet: boolean
}

/** Whether a tensor is copied, and why. */
export function Verdict({ match, place, of, quiet }: Props) {
  return (
    <p className="copy-verdict" role="status" aria-live={quiet ? 'off' : undefined}>
      {match === undefined ? (
        <>Nothing has been copied yet. There are {of} tensors, in the order of the network.</>
      ) : (
        <>
          <strong>
            {place}. {match.node} {match.name}
          </strong>{' '}
          {reason(match)}
        </>
      )}
    </p>
  )
}

function reason({ source, weight, size, fits }: Match): string {
  const here = shapeOf(weight.shape)
  if (source === undefined)
    return `${here}: the source has no tensor with this name. Newly initialized: ${count(size)}.`
  if (fits) return `${here}: same name, same shape. Copied: ${count(size)}.`
  return `${shapeOf(source.shape)} in the source, ${here} here: refused. ${count(source.size)} numbers are left behind, ${count(size)} are newly initialized.`
}

/** `3×3×64×128`, as the layer keeps them. */
export function shapeOf(shape: readonly number[]): string {
  return shape.join('×')
}
