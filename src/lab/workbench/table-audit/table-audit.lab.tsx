import './table-audit.css'
import { useId, useMemo, useState } from 'react'
import { presets } from '../../../architectures/index'
import { count as number } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { useIsHidden } from '../../shared/hidden'
import { SaveNumbers } from '../../shared/SaveNumbers'
import type { LabProps } from '../../shared/frame'
import type { Kilo } from './audit'
import { nothing, options } from './options'
import { fitting } from './read'
import { samples } from './samples'
import { Verdicts } from './Verdicts'
import { type Judged, type Report, report, worst } from './report'
import { verdictWords } from './words'

export { options }

const lecture = 'lecture'

type SampleName = keyof typeof samples

/** Any table of a paper, held against itself and against the count. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { table, kilo, network, row } = value
  const text = value.text ?? table
  const id = useId()
  /** Characters of what was pasted that found no room. */
  const [leftOut, setLeftOut] = useState(0)
  const isHidden = useIsHidden('verdicts')
  const found = useMemo(
    () => report(text, Number(kilo) as Kilo, network === nothing ? undefined : network),
    [text, kilo, network],
  )
  const sample = value.text === null ? lecture : sampleOf(value.text)
  const begin = (name: SampleName | typeof lecture) => {
    setLeftOut(0)
    if (name === lecture) return onChange({ text: null, network: 'googlenet', row: 0 })
    const chosen: (typeof samples)[SampleName] & { readonly network?: string } = samples[name]
    onChange({ text: chosen.text, network: chosen.network ?? nothing, row: 0 })
  }
  return (
    <div className="lab-body table-audit">
      <div className="lab-controls">
        <Segmented
          small
          legend="Table to begin with"
          value={sample}
          onChange={begin}
          choices={[
            { value: lecture, label: 'the lecture’s' },
            ...(Object.keys(samples) as SampleName[]).map((value) => ({
              value,
              label: samples[value].name,
              name: `${samples[value].name}: ${samples[value].source}`,
            })),
          ]}
        />
        <Segmented
          small
          legend="What K stands for"
          value={kilo}
          onChange={(kilo) => onChange({ kilo })}
          choices={[
            { value: '1024', label: 'K = 1024' },
            { value: '1000', label: 'K = 1000' },
          ]}
        />
        <label>
          Rows of{' '}
          <select
            className="select"
            disabled={found.kind === 'networks'}
            value={found.kind === 'networks' ? nothing : network}
            onChange={(event) => onChange({ network: event.target.value, row: 0 })}
          >
            <option value={nothing}>
              {found.kind === 'networks' ? 'networks that the table names' : 'another network'}
            </option>
            {presets.map(({ id, preset }) => (
              <option key={id} value={id}>
                {preset.title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label htmlFor={id} className="small-text">
        Paste a table as text, CSV or Markdown, or one copied from a PDF.
      </label>
      <textarea
        id={id}
        className="audit-text"
        rows={3}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          const text = fitting(event.target.value, options.text.longest)
          setLeftOut(event.target.value.slice(text.length).trim().length)
          onChange({ text, row: 0 })
        }}
      />
      {leftOut > 0 && text.length > 0 && (
        <p className="problem" role="alert">
          The table is longer than {number(options.text.longest)} characters, the most that a link can hold,
          so the last {number(leftOut)} are left out.
        </p>
      )}
      <Problems report={found} network={network} />
      <p role="status">{isHidden ? 'The verdicts wait for your answer.' : summary(found)}</p>
      {found.judged.length > 0 && (
        <Verdicts
          report={found}
          opened={row}
          onOpen={(row) => onChange({ row })}
          save={<SaveNumbers name="audit" rows={() => csvRows(found)} disabled={isHidden} />}
        />
      )}
    </div>
  )
}

function sampleOf(text: string): SampleName | null {
  return (Object.keys(samples) as SampleName[]).find((name) => samples[name].text === text) ?? null
}

/** What of the table was not understood, and what it is not held against. */
function Problems({
  report: { kind, judged, unread },
  network,
}: {
  readonly report: Report
  readonly network: string
}) {
  const isUnknown =
    network !== nothing && kind === 'rows' && judged.length > 0 && judged.every(({ part }) => !part)
  return (
    <>
      {unread.slice(0, 4).map(({ text, problem }, i) => (
        <p key={i} className="problem" role="alert">
          {text}: {problem}.
        </p>
      ))}
      {unread.length > 4 && <p className="problem">{unread.length - 4} more lines could not be read.</p>}
      {isUnknown && (
        <p className="small-text">
          None of the rows has the name of a part of {presets.find(({ id }) => id === network)?.preset.title}.
          Choose the network that the table is about; until then every row is only checked against itself.
        </p>
      )}
    </>
  )
}

/** Which rows contradict themselves, and which the count. */
function summary({ judged, kind, unread, against }: Report): string {
  if (judged.length === 0)
    return unread.length > 0
      ? 'Nothing here can be tested yet.'
      : 'Paste a table, or begin with one of those above.'
  const what = kind === 'rows' ? 'row' : 'network'
  const named = (of: (judged: Judged) => Judged['self']) =>
    judged.filter((each) => ['wrong', 'twice'].includes(worst(of(each)) ?? '')).map(({ name }) => name)
  const count = against === undefined ? 'the count' : `the count of ${against}`
  const [self, counted] = [named(({ self }) => self), named(({ counted }) => counted)]
  return [
    self.length === 0
      ? `No ${what} contradicts itself beyond rounding.`
      : `These contradict themselves: ${self.join(', ')}.`,
    judged.every((each) => each.counted.length === 0)
      ? ''
      : counted.length === 0
        ? `No ${what} contradicts ${count}.`
        : `These contradict ${count}: ${counted.join(', ')}.`,
  ].join(' ')
}

function csvRows({ judged }: Report): readonly (readonly (string | number)[])[] {
  return [
    ['row', 'checked against', 'test', 'verdict', 'off', 'arithmetic'],
    ...judged.flatMap(({ name, part, self, counted }) =>
      [
        ...self.map((finding) => ['itself', finding] as const),
        ...counted.map((finding) => [part ?? '', finding] as const),
      ].map(([against, { test, verdict, off, arithmetic }]) => [
        name,
        against,
        test,
        verdictWords[verdict],
        off,
        arithmetic,
      ]),
    ),
  ]
}
