import { useId, useState } from 'react'
import { ownPreprocessing, type Preprocessing, preprocessingsFor, valuesIn } from '../../import/preprocessing'

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
      {value.id === 'own' && <OwnFields value={value} onChange={onChange} />}
    </>
  )
}

const colors = { rgb: ['red', 'green', 'blue'], bgr: ['blue', 'green', 'red'] } as const

/** What stands in the fields. */
const fieldsOf = (value: Preprocessing) => {
  const { range, order, mean, deviation } = valuesIn(value)
  return { value, range, order, texts: { mean: mean.map(String), deviation: deviation.map(String) } }
}

type Fields = ReturnType<typeof fieldsOf>

/** Range, mean and deviation of every channel, and their order; what is no number changes nothing and says so. */
function OwnFields({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const [fields, setFields] = useState(() => fieldsOf(value))
  // What is kept with the file is known later than the file.
  if (value !== fields.value) setFields(fieldsOf(value))
  const { range, order, texts } = fields
  const names = texts.mean.length === 1 ? ['gray'] : colors[order]
  const wrong = faultOf(texts)
  const tell = (next: Partial<Omit<Fields, 'value'>>) => {
    const all = { ...fields, ...next }
    if (faultOf(all.texts) !== null) return setFields(all)
    const { range, order, texts } = all
    const told = ownPreprocessing({
      range,
      order,
      mean: texts.mean.map(Number),
      deviation: texts.deviation.map(Number),
    })
    setFields({ ...all, value: told })
    onChange(told)
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
      {names.length === 3 && (
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
