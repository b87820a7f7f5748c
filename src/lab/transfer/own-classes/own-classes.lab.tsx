import './own-classes.css'
import { useCallback, useContext, useMemo, useState } from 'react'
import { Segmented } from '../../../ui/Segmented'
import { many } from '../../shared/many'
import { Progress } from '../../shared/Progress'
import { NumberSlider } from '../../shared/SomeNumbers'
import { Still } from '../../shared/still'
import { useLinked } from '../../shared/useTask'
import type { LabProps } from '../../shared/frame'
import { Collect } from './Collect'
import { Export } from './Export'
import { FreezeLine } from './FreezeLine'
import { Gap } from './Gap'
import type { Setting } from './lessons'
import { wayNames, wayWords } from './names'
import { options } from './options'
import { Results } from './Results'
import { ordinal, split as splitOf, whyNot } from './shots'
import { TryIt } from './TryIt'
import { trunkOf } from './trunk'
import { useCamera } from './useCamera'
import { useEngine } from './useEngine'
import { useFeatures } from './useFeatures'
import { useGap, useTeaching } from './useTeaching'
import { useShots } from './useShots'

export { options }

/** The reader's own classes, from webcam, files or drawings, on a trunk that learned photographs. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { way, steps, seed, held } = value
  const isStill = useContext(Still)
  const trunk = useMemo(() => trunkOf(value.trunk), [value.trunk])
  const { names, shots, problem, isComing, ...change } = useShots(value, onChange)
  const camera = useCamera()
  const engine = useEngine()
  const features = useFeatures(trunk, shots, engine, value.look && !isStill)
  const split = useMemo(() => splitOf(shots, held), [shots, held])
  const classes = names.length
  const setting = useMemo(
    (): Setting | undefined => trunk && { way, trunk, classes, steps, seed },
    [way, trunk, classes, steps, seed],
  )
  const isLooking = shots.length > 0 && !features.isReady && !isStill
  const look = {
    ...features,
    start: () => {
      onChange({ look: true })
      features.retry()
    },
    cancel: () => onChange({ look: false }),
  }
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, split.held.length - 1)
  const reason = isComing && shots.length === 0 ? null : whyNot(split, names, held)
  const isReady = !reason && shots.length > 0 && features.isReady && !features.problem
  const isAsked = isReady && !isComing && !isStill
  const onTaught = useCallback((run: boolean) => onChange({ run }), [onChange])
  const onGap = useCallback((gap: boolean) => onChange({ gap }), [onChange])
  const teaching = useLinked(useTeaching(setting, split, features), value.run, isAsked, onTaught)
  const gap = useLinked(useGap(setting, split, features), value.gap, isAsked, onGap)
  if (!trunk) return <p className="problem">The trained weights of this network are not on this site.</p>
  const outcome = teaching.result
  return (
    <div className="lab-body own-classes">
      <p className="small-text own-private">
        Everything runs on this device: no image leaves it, and all are gone when you leave this page. A link
        carries the settings, not your images.
      </p>
      <Collect
        names={names}
        shots={shots}
        isComing={isComing}
        value={value}
        onChange={onChange}
        camera={camera}
        change={change}
      />
      {problem && <p className="problem">{problem}</p>}
      <div className="lab-controls">
        <Segmented
          legend="Trunk that learned photographs"
          value={value.trunk}
          onChange={(trunk) => onChange({ trunk })}
          small
          choices={[
            { value: 'cifar-resnet20', label: 'ResNet-20', name: 'ResNet-20, small and quick, 32×32 pixels' },
            { value: 'imagenette-resnet18', label: 'ResNet-18', name: 'ResNet-18, 224×224 pixels' },
            {
              value: 'imagenette-googlenet-bn',
              label: 'GoogLeNet',
              name: 'GoogLeNet with batch normalization, 224×224 pixels',
            },
          ]}
        />
        <Segmented
          legend="What learns"
          value={way}
          onChange={(way) => onChange({ way })}
          small
          choices={wayNames.map((value) => ({ value, label: wayWords[value] }))}
        />
        <NumberSlider
          label="steps"
          of={options.steps.values}
          value={steps}
          onChange={(steps) => onChange({ steps })}
        />
      </div>
      <FreezeLine trunk={trunk} way={way} classes={classes} />
      <section aria-label="Training">
        <p role="status" className="small-text">
          {reason ??
            (shots.length === 0
              ? 'The page’s drawings are still loading.'
              : isLooking
                ? value.look
                  ? 'The trunk looks at every image once.'
                  : 'The trunk has not looked at every image yet.'
                : `${many(split.train.length, 'image')} to learn from, ${split.held.length} held out: every ${ordinal(held)} image of a class.`)}
        </p>
        {isLooking ? (
          <Progress task={look} begin="Compute the features" what="images" />
        ) : (
          !reason && (
            <Progress
              task={teaching}
              begin={`Train: ${wayWords[way]}`}
              what="steps"
              disabled={!isReady && !isStill}
            />
          )
        )}
        {outcome && (
          <Results taught={outcome.taught} held={split.held} names={names} chosen={at} onChoose={setChosen} />
        )}
      </section>
      {outcome && (
        <>
          <TryIt
            pupil={outcome.pupil}
            id={outcome.id}
            names={names}
            camera={camera}
            image={split.held[at].pixels}
            engine={engine}
          />
          <Export pupil={outcome.pupil} names={names} />
        </>
      )}
      {!reason && (
        <section aria-label="The gap as data grows">
          <p>
            How much do copied features save? Both ways are tested on the same held-out images after learning
            from 1, 2, 4, … images per class.
          </p>
          <Progress task={gap} begin="Measure the gap" what="steps" disabled={!isReady && !isStill} />
          {gap.result && <Gap points={gap.result} />}
        </section>
      )}
    </div>
  )
}
