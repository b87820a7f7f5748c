import { percent } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { thing } from '../../residual/switch-off/names'
import type { Stored } from './images'
import { answerOf } from './statistics'

interface Props {
  readonly images: readonly Stored[]
  /** How many come, while there are none. */
  readonly coming: number
  readonly classes: readonly string[]
  /** Probabilities, [images, classes] row by row; absent before the network has run. */
  readonly shares?: Float32Array
}

/** The batch, and what the network takes each of them for. */
export function Strip({ images, coming, classes, shares }: Props) {
  return (
    <ol
      className="norm-strip small-text"
      aria-label="The images of the batch and what the network takes them for"
    >
      {images.length === 0 &&
        Array.from({ length: coming }, (_, i) => (
          <li key={i} aria-hidden>
            <span className="norm-coming" />
            <span>…</span>
          </li>
        ))}
      {images.map(({ name, label, pixels }, i) => {
        const answer = shares && answerOf(shares, images.length, i)
        const share = answer === undefined ? 0 : shares![i * classes.length + answer]
        const isRight = answer === label
        const isKnown = label >= 0
        return (
          <li key={name} title={answer === undefined ? undefined : percent(share)}>
            <PixelCanvas pixels={pixels} label={isKnown ? thing(name) : name} />
            {answer === undefined ? (
              <span aria-hidden>…</span>
            ) : (
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
