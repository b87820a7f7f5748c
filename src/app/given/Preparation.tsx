import { useId, useState } from 'react'
import {
  type OwnValues,
  ownPreprocessing,
  type Preprocessing,
  preprocessingsFor,
  valuesIn,
} from '../../import/preprocessing'

interface Props {
  readonly channels: number
  readonly value: Preprocessing
  readonly onChange: (value: Preprocessing) => void
}

/** How the image becomes the input: one of the usual ways, or values of the reader's own. */
export function Preparation({ channels, value, onChange }: Props) {
  const id = useId()
  const usual = preprocessingsFor(channels)
  if (usual.length === 0) return <>{channels} channels, made from the image by seeded filters</>
  return (
    <>
      <select
        id={id}
        className="input"
        aria-label="Preparation of the image"
        value={value.id}
        onChange={({ target }) =>
          onChange(usual.find((each) => each.id === target.value) ?? ownPreprocessing(valuesIn(value)))
        }
      >
        {usual.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value="own">values of your own</option>
      </select>
      {value.id === 'own' && <OwnFields initial={valuesIn(value)} onChange={onChange} />}
    </>
  )
}

const colors = { rgb: ['red', 'green', 'blue'], bgr: ['blue', 'green', 'red'] } as const

interface FieldsProps {
  readonly initial: OwnValues
  readonly onChange: Props['onChange']
}

/** Range, mean and deviation of every channel, and their order; what is no number changes nothing and says so. */
function OwnFields({ initial, onChange }: FieldsProps) {
  const [range, setRange] = useState(initial.range)
  const [order, setOrder] = useState(initial.order)
  const [texts, setTexts] = useState({
    mean: initial.mean.map(String),
    deviation: initial.deviation.map(String),
  })
  const channels = initial.mean.length
  const names = channels === 1 ? ['gray'] : colors[order]
  const wrong = faultOf(texts)
  const tell = (next: { range?: 1 | 255; order?: OwnValues['order']; texts?: typeof texts }) => {
    const all = { range, order, texts, ...next }
    setRange(all.range)
    setOrder(all.order)
    setTexts(all.texts)
    if (faultOf(all.texts) === null)
      onChange(
        ownPreprocessing({
          range: all.range,
          order: all.order,
          mean: all.texts.mean.map(Number),
          deviation: all.texts.deviation.map(Number),
        }),
      )
  }
  return (
    <div className="given-values">
      <label>
        Values from 0 to{' '}
        <select
          className="input"
          value={range}
          onChange={({ target }) => tell({ range: target.value === '255' ? 255 : 1 })}
        >
          <option value="1">1</option>
          <option value="255">255</option>
        </select>
      </label>
      {channels === 3 && (
        <label>
          Order{' '}
          <select
            className="input"
            value={order}
            onChange={({ target }) => tell({ order: target.value === 'bgr' ? 'bgr' : 'rgb' })}
          >
            <option value="rgb">red, green, blue</option>
            <option value="bgr">blue, green, red</option>
          </select>
        </label>
      )}
      {(['mean', 'deviation'] as const).map((kind) => (
        <fieldset key={kind}>
          <legend className="small-text">
            {kind === 'mean' ? 'minus the mean' : 'divided by the standard deviation'}
          </legend>
          {names.map((name, c) => (
            <input
              key={c}
              className="input"
              inputMode="decimal"
              // As wide as what stands in it: a file may give any number of digits.
              size={Math.max(8, texts[kind][c].length + 1)}
              aria-label={`${kind} of ${name}`}
              value={texts[kind][c]}
              onChange={({ target }) =>
                tell({
                  texts: { ...texts, [kind]: texts[kind].map((text, i) => (i === c ? target.value : text)) },
                })
              }
            />
          ))}
        </fieldset>
      ))}
      {wrong && (
        <p className="fault small-text" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}

function faultOf({ mean, deviation }: Record<'mean' | 'deviation', readonly string[]>): string | null {
  const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))
  if (![...mean, ...deviation].every(isNumber))
    return 'Means and standard deviations are numbers, such as 0.485.'
  return deviation.every((text) => Number(text) > 0)
    ? null
    : 'A standard deviation must be above 0, because values are divided by it.'
}
