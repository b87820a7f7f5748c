import { type ReactNode, useId, useState } from 'react'
import { coresToTrain } from '../../../runtime/training/begin'
import { optimizerNames } from '../../../runtime/training/optimizers'
import { count, short } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { deepest } from '../../shared/drawings/networks'
import type { LabProps } from '../../shared/frame'
import { NumberChoice, NumberSlider } from '../../shared/SomeNumbers'
import { Rate, Seed } from '../../shared/training/Fields'
import { augmentations } from './material'
import { type Found, simple, titleOf } from './networks'
import { options } from './options'
import { classNames } from './pictures'
import { scheduleNames, schedules } from './schedule'

type Props = LabProps<typeof options>

/** A network of the three kinds, or any other by its name. */
export function NetworkSettings({ value, onChange, found }: Props & { readonly found: Found }) {
  const { net, blocks } = value
  const isSimple = (simple as readonly string[]).includes(net)
  const hasBlocks = isSimple || net.startsWith('block:')
  return (
    <Section
      title="Network"
      said={
        'graph' in found
          ? `${titleOf(net, found.graph)}, ${count(found.graph.totals.trainable)} parameters, ${short(found.graph.totals.macs)} MACs`
          : 'none yet'
      }
      isOpen
    >
      <div className="lab-controls">
        <Segmented
          small
          legend="Network"
          value={isSimple ? net : 'other'}
          choices={[...simple, 'other' as const].map((value) => ({ value, label: value }))}
          onChange={(next) => onChange({ net: next === 'other' ? 'cifar-resnet20?width=8' : next })}
        />
        {hasBlocks && (
          <Slider
            label={isSimple ? 'blocks per stage' : 'times the block'}
            min={1}
            max={deepest}
            value={blocks}
            onChange={(blocks) => onChange({ blocks })}
          />
        )}
      </div>
      {!isSimple && <OtherNetwork key={net} net={net} onChange={(net) => onChange({ net })} />}
      {'problem' in found && (
        <p className="problem" role="alert">
          {found.problem}
        </p>
      )}
    </Section>
  )
}

/** A name as text, which counts when it is whole. */
function OtherNetwork({ net, onChange }: { readonly net: string; readonly onChange: (net: string) => void }) {
  const [text, setText] = useState(net)
  const id = useId()
  return (
    <form
      className="own-net"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(text.trim())
      }}
    >
      <label htmlFor={id}>Name, options, edits</label>
      <input
        id={id}
        className="input"
        maxLength={900}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== net && onChange(text.trim())}
      />
      <button type="submit" className="button small">
        Apply
      </button>
      <p className="soft small-text">
        Write it as in the address of a network: <code>cifar-plain20</code>,{' '}
        <code>cifar-densenet22-k12?growth=6</code>,{' '}
        <code>cifar-resnet20?width=8&amp;edit=conv1/conv.kernel:5</code>. Or enter a block as the lab “Build a
        block” writes it: <code>block: add(conv3:16 bn relu conv3:16 bn | ) relu</code>.
      </p>
    </form>
  )
}

/** What is learned from. */
export function ImageSettings({ value, onChange, children }: Props & { readonly children: ReactNode }) {
  const { source, size, color, classes, images, difficulty, noise, occlusion } = value
  const isDrawn = source === 'drawn'
  return (
    <Section
      title="Images"
      said={`${size}×${size}${color ? '×3' : '×1'}, ${isDrawn ? `${classes} classes, ${images === 0 ? 'new ones in every batch' : `${count(images)} to learn from`}` : 'your own'}`}
    >
      <div className="lab-controls">
        <Segmented
          small
          legend="Images"
          value={source}
          choices={[
            { value: 'drawn', label: 'drawn by the page' },
            { value: 'own', label: 'your own files' },
          ]}
          onChange={(source) => onChange({ source })}
        />
        <NumberChoice
          label="Pixels along each side"
          name={(size) => `${size}×${size}`}
          of={options.size.values}
          value={size}
          onChange={(size) => onChange({ size })}
        />
        <Segmented
          small
          legend="Channels"
          value={color ? 'color' : 'gray'}
          choices={[
            { value: 'color', label: 'color' },
            { value: 'gray', label: 'gray' },
          ]}
          onChange={(next) => onChange({ color: next === 'color' })}
        />
      </div>
      {isDrawn ? (
        <>
          <NumberChoice
            label="Images to learn from"
            name={(images) => (images === 0 ? 'always new ones' : `${count(images)} images`)}
            of={options.images.values}
            value={images}
            onChange={(images) => onChange({ images })}
          />
          <div className="lab-sliders">
            <Slider
              label="classes"
              min={2}
              max={classNames.length}
              value={classes}
              onChange={(classes) => onChange({ classes })}
            />
            <Share
              label="difficulty"
              max={1}
              value={difficulty}
              onChange={(difficulty) => onChange({ difficulty })}
            />
            <Share label="noise" max={1} value={noise} onChange={(noise) => onChange({ noise })} />
            <Share
              label="covered"
              max={0.6}
              value={occlusion}
              onChange={(occlusion) => onChange({ occlusion })}
            />
          </div>
        </>
      ) : (
        children
      )}
    </Section>
  )
}

/** How it is learned. */
export function CourseSettings({ value, onChange }: Props) {
  const { optimizer, rate, schedule, batch, decay, augment, seed, workers, steps } = value
  const most = coresToTrain()
  return (
    <Section
      title="Training"
      said={`${optimizer}, rate ${rate}, ${scheduleNames[schedule]}, ${steps} steps of ${batch} images, seed ${seed}`}
    >
      <div className="lab-controls">
        <Segmented
          small
          legend="Optimizer"
          value={optimizer}
          choices={optimizerNames.map((value) => ({ value, label: value }))}
          onChange={(optimizer) => onChange({ optimizer })}
        />
        <Segmented
          small
          legend="How the rate changes"
          value={schedule}
          choices={schedules.map((value) => ({ value, label: scheduleNames[value] }))}
          onChange={(schedule) => onChange({ schedule })}
        />
        <fieldset className="own-augment">
          <legend className="visually-hidden">Images varied while learning</legend>
          {augmentations.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={augment.includes(each)}
                onChange={(event) =>
                  onChange({
                    augment: augmentations.filter((name) =>
                      name === each ? event.target.checked : augment.includes(name),
                    ),
                  })
                }
              />{' '}
              {each}
            </label>
          ))}
        </fieldset>
      </div>
      <div className="lab-sliders">
        <Rate rate={rate} onChange={onChange} />
        <NumberSlider
          label="batch"
          of={options.batch.values}
          value={batch}
          onChange={(batch) => onChange({ batch })}
        />
        <NumberSlider
          label="weight decay"
          of={options.decay.values}
          value={decay}
          onChange={(decay) => onChange({ decay })}
        />
        <NumberSlider
          label="steps"
          of={options.steps.values}
          value={steps}
          onChange={(steps) => onChange({ steps })}
        />
        <Seed seed={seed} most={99} onChange={onChange} />
        {most > 1 && (
          <Slider
            label="workers that share a batch"
            min={1}
            max={most}
            value={Math.min(workers, most)}
            onChange={(workers) => onChange({ workers })}
          />
        )}
      </div>
    </Section>
  )
}

interface SectionProps {
  readonly title: string
  /** What is set, in a few words. */
  readonly said: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}

function Section({ title, said, isOpen = false, children }: SectionProps) {
  return (
    <details className="own-section" open={isOpen}>
      <summary>
        <b>{title}</b> <span className="soft">{said}</span>
      </summary>
      {children}
    </details>
  )
}

function Share({
  label,
  max,
  value,
  onChange,
}: {
  readonly label: string
  readonly max: number
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <Slider
      label={label}
      min={0}
      max={max}
      step={0.1}
      value={value}
      text={value.toFixed(1)}
      onChange={onChange}
    />
  )
}
