import { RotateCcw } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import {
  formatOption,
  offFor,
  type Option,
  OptionError,
  type OptionValue,
  parseOption,
  rangeOf,
} from '../../architectures/options'
import type { Resolved } from '../../architectures/index'
import { optionName } from '../../architectures/optionNames'
import { Segmented } from '../../ui/Segmented'
import { Stepper } from '../../ui/Stepper'
import { useStore } from '../state/store'
import { baseOf, changedOptions } from '../trained/base'
import { trainedName } from '../trained/nearest'
import { meaningOf } from './optionWords'
import './options.css'

/** The options of the network's family, as controls made from their schema. */
export function Options({ resolved }: { readonly resolved: Resolved }) {
  const network = useStore((state) => state.network)
  const options = useStore((state) => state.options)
  const base = baseOf(network, options)
  const isChanged = changedOptions(options, base.options).length > 0
  const reset = useStore((state) => state.resetOptions)
  const title = base.model ? trainedName(base.model) : (resolved.preset?.title ?? resolved.family.title)
  return (
    <div className="options">
      <p className="soft small-text">Change any of these; shapes, counts and the run follow at once.</p>
      {Object.entries(resolved.family.options).map(([name, option]) => (
        <OptionControl
          // Another network starts with fresh fields.
          key={`${resolved.id} ${name}`}
          name={name}
          option={option}
          meaning={meaningOf(resolved, name)}
          value={resolved.options[name]}
          off={offFor(option, resolved.options)}
        />
      ))}
      <button type="button" className="button" disabled={!isChanged} onClick={reset}>
        <RotateCcw aria-hidden size={16} /> Back to {title}
      </button>
    </div>
  )
}

interface Props {
  readonly name: string
  readonly option: Option
  readonly meaning: string
  readonly value: OptionValue
  /** The switch that is off and without which it changes nothing. */
  readonly off?: string
}

function OptionControl({ name, option, meaning, value, off }: Props) {
  const setOption = useStore((state) => state.setOption)
  const asked = useStore((state) =>
    state.problems.find((problem) => problem.kind === 'option' && problem.option === name),
  )
  const [rejected, setRejected] = useState<{ text: string; sentence: string; beside: OptionValue } | null>(
    null,
  )
  const id = useId()
  const words = optionName(name)
  const current = formatOption(value)
  // A rejected text stays until the value changes by other means, so that it can be mended.
  const fault =
    rejected && formatOption(rejected.beside) === current ? rejected : asked?.kind === 'option' ? asked : null

  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (asked) box.current?.scrollIntoView({ block: 'nearest' })
  }, [asked])

  function offer(text: string) {
    try {
      const sentence = setOption(name, parseOption(name, option, text))
      setRejected(sentence ? { text, sentence, beside: value } : null)
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      setRejected({ text, sentence: error.message, beside: value })
    }
  }

  const about = `${id}-about`
  const described = { 'aria-describedby': about, 'aria-invalid': fault ? true : undefined }
  return (
    // Native, so that whatever control stands in it is disabled with it.
    <fieldset role="presentation" className="option" ref={box} disabled={off !== undefined}>
      {option.kind === 'switch' ? (
        <label className="switch">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(e) => offer(String(e.target.checked))}
            {...described}
          />
          {words}
        </label>
      ) : option.kind === 'choice' && option.choices.join('').length <= 18 ? (
        <>
          <span className="option-name" aria-hidden>
            {words}
          </span>
          <Segmented
            legend={words}
            value={current}
            onChange={offer}
            choices={option.choices.map((choice) => ({ value: choice, label: choice }))}
          />
        </>
      ) : (
        <>
          <label className="option-name" htmlFor={id}>
            {words}
          </label>
          {option.kind === 'choice' ? (
            <select
              id={id}
              className="select"
              value={current}
              onChange={(e) => offer(e.target.value)}
              {...described}
            >
              {option.choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          ) : (
            <div className="option-row">
              {(option.kind === 'integer' || option.kind === 'number') && option.max - option.min <= 4096 && (
                <input
                  type="range"
                  aria-label={`${words}, slider`}
                  min={option.min}
                  max={option.max}
                  step={option.kind === 'integer' ? 1 : (option.max - option.min) / 100}
                  value={Number(value)}
                  onChange={(e) => offer(e.target.value)}
                />
              )}
              <Stepper
                id={id}
                name={words}
                text={fault?.text ?? current}
                onCommit={offer}
                described={described}
              />
            </div>
          )}
        </>
      )}
      <p
        id={about}
        className={fault ? 'fault small-text' : 'soft small-text'}
        // What the address asked for is announced over the graph already.
        role={fault && fault !== asked ? 'alert' : undefined}
      >
        {fault ? `${fault.sentence}.` : explained(option, meaning)}
        {off !== undefined && !fault && ` Has no effect while “${optionName(off)}” is off.`}
      </p>
    </fieldset>
  )
}

/** What an option means, and what it takes where the control does not show it. */
function explained(option: Option, meaning: string): string {
  const shown = option.kind === 'choice' || option.kind === 'switch'
  return shown ? meaning : `${meaning} Takes ${rangeOf(option)}.`
}
