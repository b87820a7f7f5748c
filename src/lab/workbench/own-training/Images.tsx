import { useMemo } from 'react'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import type { Example, Material } from './material'
import { shown } from './run'

interface Props {
  readonly material: Material
  /** What they are taken for at the moment that is shown; empty before. */
  readonly guesses: readonly number[]
  /** The one whose maps are shown. */
  readonly chosen: number
  readonly onChoose: (image: number) => void
}

/** Some of the images that are never learned from, and what the network takes them for. */
export function Images({ material, guesses, chosen, onChoose }: Props) {
  const pixels = useMemo(
    () => material.test.slice(0, shown).map((each) => pixelsOf(each, material)),
    [material],
  )
  return (
    <ul className="own-images small-text" aria-label="Test images">
      {pixels.map((image, i) => {
        const { label } = material.test[i]
        const guess = guesses.at(i)
        const isRight = guess === label
        // A network whose weights are no numbers any more takes it for nothing.
        const taken = guess === undefined ? undefined : (material.names[guess] ?? 'nothing')
        return (
          <li key={i}>
            <button
              type="button"
              aria-pressed={i === chosen}
              aria-label={`Test image ${i + 1}, ${material.names[label]}${taken === undefined ? '' : `, taken for ${taken}`}`}
              onClick={() => onChoose(i)}
            >
              <PixelCanvas pixels={image} />
            </button>
            <span>{material.names[label]}</span>
            <span className={taken === undefined || isRight ? 'soft' : 'own-missed'}>
              {taken === undefined ? '–' : `${isRight ? '✓' : '✗'} ${taken}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Values around 0 as colors: −1 black, 1 white. */
export function pixelsOf({ values }: Example, { size, channels }: Pick<Material, 'size' | 'channels'>) {
  const data = new Uint8ClampedArray(size * size * 4)
  for (let i = 0; i < size * size; i++) {
    for (let c = 0; c < 3; c++)
      data[4 * i + c] = 127.5 * (1 + values[i * channels + (channels === 1 ? 0 : c)])
    data[4 * i + 3] = 255
  }
  return { width: size, height: size, data }
}
