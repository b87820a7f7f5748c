import './switch-off.css'
import { useContext, useMemo } from 'react'
import { FeatureMaps } from '../../../featuremaps/FeatureMaps'
import { useRecorded } from '../../../recorded/useRecorded'
import { Problem } from '../../../ui/Problem'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../shared/frame'
import { WorkStatus } from '../../shared/WorkStatus'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { ReadersImage, useReadersPhoto } from '../../shared/photo'
import { act, inWords, tools, toolWords } from './act'
import { AnswerLine, Answers } from './Answers'
import { options } from './options'
import { picturesOf, thing } from './names'
import { type Model } from '../../shared/models'
import { pairOf } from './pairs'
import { Recorded } from './Recorded'
import { rowsOf } from './rows'
import { Strip } from './Strip'
import { blocksOf, orderProblem, type Surgery, untouched } from './surgery'
import { useOperation } from './useOperation'

export { options }

/** A trained residual network and the plain one of its depth, without blocks, without shortcuts, in another order. */
export function Lab(props: LabProps<typeof options>) {
  const { pair } = props.value
  const models = useMemo(() => pairOf(pair), [pair])
  return models ? (
    <Theatre key={pair} models={models} {...props} />
  ) : (
    <p className="problem">The trained weights of this pair are not on this site.</p>
  )
}

function Theatre({
  models,
  value,
  onChange,
}: LabProps<typeof options> & { readonly models: readonly Model[] }) {
  const [residual, plain] = models
  const blocks = useMemo(() => blocksOf(residual.graph), [residual])
  const { surgery, problem: asked } = useMemo(() => readSurgery(value, blocks), [value, blocks])
  const image = useReadersPhoto(value.picture, residual.graph.architecture.input[0])
  const readers = useContext(ReadersImage)
  const at = Math.min(value.at, surgery.order.length) - 1
  const pixels = image === 'missing' ? null : image
  const { answers, maps, waits, problem, retry } = useOperation(
    models,
    surgery,
    pixels,
    value.maps ? at : null,
  )
  const { all, problem: missing } = useRecorded()
  const reports = useMemo(
    () => models.flatMap(({ id }) => all?.deletions.find(({ network }) => network === id) ?? []),
    [all, models],
  )
  const change = (next: Surgery, place: number) => onChange({ ...writeSurgery(next, blocks), at: place + 1 })
  const switchBlock = (block: number) => {
    const place = surgery.order.indexOf(block)
    // An address may leave it out.
    const next = place < 0 ? undefined : act('off', place, surgery, blocks)
    if (next) change(next, place)
  }

  return (
    <div className="lab-body switch-off">
      <div className="lab-controls">
        <Segmented
          legend="Networks"
          value={value.pair}
          onChange={(pair) => onChange({ ...start, pair, picture: picturesOf(pair)[0] })}
          choices={[
            { value: 'resnet20', label: 'ResNet-20' },
            { value: 'resnet56', label: 'ResNet-56' },
            { value: 'resnet18', label: 'ResNet-18' },
          ]}
        />
        <Segmented
          small
          legend="Picture"
          value={readers.image ? null : value.picture}
          onChange={(picture) => {
            readers.putAway()
            onChange({ picture })
          }}
          choices={picturesOf(value.pair).map((name) => ({ value: name, label: thing(name) }))}
        />
      </div>
      <div className="lab-controls">
        <span id="surgery-tool">Press a block:</span>
        <Segmented
          small
          legend="What a press on a block does"
          value={value.tool}
          onChange={(tool) => onChange({ tool })}
          choices={tools.map((tool) => ({ value: tool, label: toolWords[tool] }))}
        />
        <button type="button" className="button small" onClick={() => onChange(start)}>
          As trained
        </button>
      </div>
      {asked && <p className="problem">{asked}</p>}
      <div className="surgery-bench">
        <div>
          <Strip blocks={blocks} surgery={surgery} tool={value.tool} at={at} onAct={change} />
          <Slider
            label="Every branch ×"
            min={0}
            max={1}
            step={0.05}
            value={surgery.scale}
            text={surgery.scale.toFixed(2)}
            onChange={(scale) => onChange({ scale })}
          />
          {problem && <Problem onRetry={retry}>{problem}</Problem>}
          {image === 'missing' && (
            <p className="problem" role="alert">
              The picture could not be loaded. Choose another one.
            </p>
          )}
          <div className="surgery-now">
            <WorkStatus
              className="small-text"
              text={
                waits ?? `Now: ${inWords(surgery, blocks)}, on ${readers.image ? 'your image' : 'a drawing'}.`
              }
              isMoving={waits !== undefined}
              data-waits={waits !== undefined || undefined}
            />
            <p className="surgery-lines small-text" aria-hidden>
              {models.map(
                (model, i) => answers[i] && <AnswerLine key={model.id} model={model} answer={answers[i]} />,
              )}
            </p>
          </div>
        </div>
        <div className="surgery-answers">
          {models.map((model, i) => (
            <Answers
              key={model.id}
              model={model}
              answer={answers[i]}
              asked={value.asked}
              onAsk={(asked) => onChange({ asked })}
            />
          ))}
        </div>
      </div>
      <div className="lab-controls surgery-more">
        <label className="surgery-check">
          <input type="checkbox" checked={value.maps} onChange={() => onChange({ maps: !value.maps })} /> Maps
          after the block pressed last
        </label>
        <details>
          <summary>What replaces a block</summary>
          <p className="soft small-text">
            Where a block of {plain.title} is off, the tensor passes unchanged or, where the shape changes,
            through the shortcut without weights that He et al. 2015b call A. All weights stay as they were
            trained; the dot on a shortcut marks a change of shape.
          </p>
        </details>
        <SaveNumbers
          name="switched-off"
          disabled={!all}
          isPageOnly
          rows={() => rowsOf(reports, models, answers)}
        />
      </div>
      {value.maps && maps && (
        <FeatureMaps maps={maps} title={`after block ${surgery.order[at]} of ${residual.title}`} />
      )}
      {!all ? (
        (missing ?? (
          <p className="soft lab-loading" aria-busy>
            Loading the measurements…
          </p>
        ))
      ) : reports.length > 0 ? (
        <Recorded
          reports={reports}
          models={models}
          chart={value.chart}
          off={surgery.off}
          onChart={(chart) => onChange({ chart })}
          onBlock={switchBlock}
        />
      ) : (
        <p className="soft">Deletions of this pair have not been measured on test photographs.</p>
      )}
    </div>
  )
}

const start = { off: [], cut: [], order: [], scale: 1, at: 1 }

/** What an address asks for; what cannot be done is left out, with a sentence. */
function readSurgery(
  { off, cut, order, scale }: LabProps<typeof options>['value'],
  blocks: ReturnType<typeof blocksOf>,
): { readonly surgery: Surgery; readonly problem?: string } {
  const problem = order.length > 0 ? orderProblem(blocks, order) : undefined
  const known = (numbers: readonly number[]) => numbers.filter((number) => number <= blocks.length)
  const isOff = new Set(known(off))
  return {
    surgery: {
      order: order.length > 0 && !problem ? order : untouched(blocks).order,
      off: isOff,
      cut: new Set(known(cut).filter((number) => !isOff.has(number))),
      scale,
    },
    ...(problem && { problem }),
  }
}

function writeSurgery({ order, off, cut, scale }: Surgery, blocks: ReturnType<typeof blocksOf>) {
  const isOwn = String(order) === String(untouched(blocks).order)
  const sorted = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b)
  return { off: sorted(off), cut: sorted(cut), order: isOwn ? [] : order, scale }
}
