import './unit-excites.css'
import { useCallback, useContext, useMemo } from 'react'
import type { Engine, Pixels } from '../../../runtime/types'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { picturesOf, thing } from '../../residual/switch-off/names'
import type { LabProps } from '../../shared/frame'
import { type Model, modelOf } from '../../shared/models'
import { ReadersImage, useReadersPhoto } from '../../shared/photo'
import { Progress } from '../../shared/Progress'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { Still } from '../../shared/still'
import { type OnDone, useTask } from '../../shared/useTask'
import { Covered } from './Covered'
import { channelsOf, partsOf } from './names'
import { MadeView } from './MadeView'
import { options } from './options'
import { Patches, PatchesToCome } from './Patches'
import { peakRows } from './rows'
import { coverAll, lookThrough } from './work'

export { options }

/** For a channel of a trained network: the patches that excite it most, and what a covering square does to the answer. */
export function Lab(props: LabProps<typeof options>) {
  const model = useMemo(() => modelOf(props.value.model), [props.value.model])
  return model ? (
    <Bench key={model.id} model={model} {...props} />
  ) : (
    <p className="problem">The trained weights of this network are not on this site.</p>
  )
}

/** So many MACs take less than a second for all drawings together. */
const quick = 1e9

function Bench({ model, value, onChange }: LabProps<typeof options> & { readonly model: Model }) {
  const { graph, title } = model
  const isStill = useContext(Still)
  const readers = useContext(ReadersImage)
  const image = useReadersPhoto(value.picture, graph.architecture.input[0])
  const pixels = image === 'missing' ? null : image
  const own = readers.image ? pixels : null
  const parts = partsOf(value.model)
  const part = value.part
  const channels = channelsOf(value.model, part)
  const channel = Math.min(value.channel, channels) - 1
  const isQuick = graph.totals.macs < quick
  const isCovering = value.show === 'covered'

  const look = useCallback(
    (engine: Engine, signal: AbortSignal, onDone: OnDone) =>
      lookThrough(engine, model, partsOf(value.model), own, signal, onDone),
    [model, value.model, own],
  )
  const looking = useTask(look, isQuick && !isStill && !isCovering)

  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Network"
          value={value.model}
          onChange={(model) =>
            onChange({ model, part: partsOf(model)[0], channel: 1, picture: firstOf(model) })
          }
          choices={[
            { value: 'cifar-resnet20', label: 'ResNet-20' },
            { value: 'imagenette-resnet18', label: 'ResNet-18' },
            { value: 'imagenette-googlenet-bn', label: 'GoogLeNet' },
          ]}
        />
        <Segmented
          legend="What is shown"
          value={value.show}
          onChange={(show) => onChange({ show })}
          choices={[
            { value: 'patches', label: 'what excites a channel' },
            { value: 'made', label: 'a picture made for it' },
            { value: 'covered', label: 'what a covering square does' },
          ]}
        />
      </div>
      {isCovering ? (
        <Covers model={model} pixels={pixels} value={value} onChange={onChange} />
      ) : (
        <>
          <Segmented
            small
            legend="Output of"
            value={part}
            onChange={(part) => onChange({ part, channel: 1 })}
            choices={parts.map((value) => ({ value, label: value }))}
          />
          <Slider
            label="Channel"
            min={1}
            max={channels}
            value={channel + 1}
            text={`${channel + 1} of ${channels}`}
            onChange={(channel) => onChange({ channel })}
          />
          {value.show === 'made' && (
            <MadeView
              model={model}
              part={part}
              channel={channel}
              seen={looking.result}
              value={value}
              onChange={onChange}
            />
          )}
          <Progress task={looking} begin={`Look through the drawings with ${title}`} what="images" />
          {value.show === 'patches' &&
            (looking.result ? (
              <Patches graph={graph} part={part} channel={channel} seen={looking.result} />
            ) : (
              (looking.progress || (isQuick && !looking.problem)) && <PatchesToCome />
            ))}
          <div className="lab-controls">
            <SaveNumbers
              name="what-excites-channels"
              disabled={!looking.result}
              rows={() => peakRows(looking.result!, part, channels)}
            />
          </div>
          <p className="soft small-text">
            {title}, run in this browser on {model.classes.length * 2} drawings of its classes
            {own ? ' and your image' : ''}. Each patch is what one value sees at most:{' '}
            {fieldInWords(graph, part)}. The few drawings that excite a channel do not prove what it is for;
            another set of images may show something else.
          </p>
        </>
      )}
    </div>
  )
}

function Covers({
  model,
  pixels,
  value,
  onChange,
}: LabProps<typeof options> & { readonly model: Model; readonly pixels: Pixels | null }) {
  const readers = useContext(ReadersImage)
  const cover = useCallback(
    (engine: Engine, signal: AbortSignal, onDone: OnDone) =>
      pixels
        ? coverAll(engine, model, pixels, signal, onDone)
        : Promise.reject(new Error('The picture could not be loaded. Choose another one.')),
    [model, pixels],
  )
  const covering = useTask(cover)
  return (
    <>
      <Segmented
        small
        legend="Picture"
        value={readers.image ? null : value.picture}
        onChange={(picture) => {
          readers.putAway()
          onChange({ picture })
        }}
        choices={picturesFor(value.model).map((name) => ({ value: name, label: thing(name) }))}
      />
      <Progress task={covering} begin="Cover it, square by square" what="squares" />
      {pixels && covering.result && <Covered pixels={pixels} covering={covering.result} />}
      <p className="soft small-text">
        {model.title} runs once for every square, in this browser. A gray square is itself something that the
        network has never seen, so part of its effect comes from its edges, not from what it hides (Zeiler and
        Fergus 2013, who did this first, used gray squares, too).
      </p>
    </>
  )
}

const picturesFor = (model: string) => picturesOf(model === 'cifar-resnet20' ? 'resnet20' : 'resnet18')
const firstOf = (model: string) => picturesFor(model)[0]

/** `31×31 of 32×32 pixels`. */
function fieldInWords(graph: Model['graph'], part: string): string {
  const [down, across] = graph.group(part).receptiveField
  const [height, width] = graph.architecture.input
  return down.size >= height && across.size >= width
    ? `the whole image (its field is ${count(down.size)} pixels wide, the image ${width})`
    : `${down.size}×${across.size} of ${height}×${width} pixels`
}
