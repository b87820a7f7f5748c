import { percent } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { thing } from '../../residual/switch-off/names'
import type { Stored } from './drawings'
import { answerOf } from './statistics'

interface Props {
  readonly drawings: readonly Stored[]
  readonly classes: readonly string[]
  /** Probabilities, [drawings, classes] row by row; absent before the network has run. */
  readonly shares?: Float32Array
}

/** The batch, and what the network takes each drawing for. */
export function Strip({ drawings, classes, shares }: Props) {
  return (
    <ol
      className="norm-strip small-text"
      aria-label="The images of the batch and what the network takes them for"
    >
      {drawings.map(({ name, label, pixels }, i) => {
        const answer = shares && answerOf(shares, drawings.length, i)
        const share = answer === undefined ? 0 : shares![i * classes.length + answer]
        const isRight = answer === label
        const isKnown = label >= 0
        return (
          <li key={name} title={answer === undefined ? undefined : percent(share)}>
            <PixelCanvas pixels={pixels} label={isKnown ? thing(name) : name} />
            {answer !== undefined && (
              <span className={isRight || !isKnown ? undefined : 'norm-wrong'}>
                {isKnown && (
                  <>
                    <span aria-hidden>{isRight ? '✓ ' : '✗ '}</span>
                    <span className="visually-hidden">{isRight ? 'right: ' : 'wrong: '}</span>
                  </>
                )}
                {classes[answer].replaceAll('-', ' ')}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
