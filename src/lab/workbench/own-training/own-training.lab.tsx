import './own-training.css'
import { useContext, useMemo, useState } from 'react'
import type { LabProps } from '../../shared/frame'
import { readLab, writeLab } from '../../shared/schema'
import { Still } from '../../shared/still'
import { Controls } from './Controls'
import { Curves } from './Curves'
import { Images } from './Images'
import { Moments } from './Moments'
import { MomentView } from './MomentView'
import { options } from './options'
import { OwnImages } from './OwnImages'
import { emptyPiles, materialOf } from './piles'
import { missingIn } from './file'
import { drawnOf, foundOf, keyOf, planOf } from './plan'
import { recorded } from './recorded'
import type { Moment } from './run'
import { SavedRun } from './Saved'
import { CourseSettings, ImageSettings, NetworkSettings } from './Settings'
import { useLinkedRuns } from './useLinkedRuns'

export { options }

/** A network of one's choice learns images of one's choice, and every moment of it can be looked at and taken up again. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const isStill = useContext(Still)
  const { source, size, color } = value
  const [piles, setPiles] = useState(emptyPiles)
  const many = source === 'own' ? piles.length : value.classes
  // By what is said of each, since another look or layer is no other plan.
  const about = keyOf(value)
  /* eslint-disable react-hooks/exhaustive-deps -- `about` says whether what is read of `value` is another */
  const material = useMemo(
    () => (source === 'own' ? materialOf(piles, size, color ? 3 : 1) : drawnOf(value)),
    [about.images, source === 'own' && piles],
  )
  const found = useMemo(() => foundOf(value, many), [about.network, many])
  const plan = useMemo(() => planOf(value, found, material), [found, material, about.course])
  /* eslint-enable react-hooks/exhaustive-deps */
  const linked = useLinkedRuns(value, onChange, plan)
  const { current, kept, isBusy, open } = linked.runs
  const moments: readonly Moment[] = current?.history.moments ?? []
  const at = Math.max(
    0,
    moments.findLastIndex(({ step }) => value.at === null || step <= value.at),
  )
  const moment = moments.at(at)
  /** Another training has not been made yet; it may begin at the moment that is shown. */
  const set = (change: Partial<typeof value>) => onChange({ ...change, made: null, from: null })
  const drawnRuns = useMemo(
    () =>
      isStill && plan
        ? [{ plan, history: recorded, from: null, isOpened: false }]
        : [current, kept].flatMap((run) => run ?? []),
    [isStill, plan, current, kept],
  )
  const settings = useMemo(() => writeLab(options, {}, value), [value])
  const drawn = typeof material === 'string' ? undefined : material
  return (
    <div className="lab-body own-training">
      <fieldset className="own-settings" disabled={isBusy}>
        <legend className="visually-hidden">What is trained</legend>
        <NetworkSettings value={value} onChange={set} found={found} />
        <ImageSettings value={value} onChange={set}>
          <OwnImages piles={piles} onChange={setPiles} disabled={isBusy} />
          {typeof material === 'string' && <p role="status">{material}</p>}
        </ImageSettings>
        <CourseSettings value={value} onChange={set} />
      </fieldset>
      {!isStill && <Controls {...linked} plan={plan} moment={moment} />}
      <Curves
        runs={drawnRuns}
        steps={Math.max(value.steps, current?.history.losses.length ?? 0, kept?.history.losses.length ?? 0)}
        classes={Math.max(2, drawnRuns[0]?.plan.material.names.length ?? many)}
        at={moment?.step ?? null}
      />
      {current && moment && (
        <Moments
          moments={moments}
          at={at}
          isFollowing={value.at === null}
          onStep={(at) => onChange({ at })}
        />
      )}
      {(current?.plan.material ?? drawn) && (
        <Images
          material={current?.plan.material ?? drawn!}
          guesses={moment?.guesses ?? []}
          chosen={value.image}
          onChoose={(image) => onChange({ image, look: 'maps' })}
        />
      )}
      {current && moment && (
        <MomentView plan={current.plan} moment={moment} value={value} onChange={onChange} />
      )}
      <SavedRun
        {...{ shown: current, moment, settings }}
        onOpen={({ settings, history }) => {
          const { value: said } = readLab(options, {}, settings)
          const own = said.source === 'own'
          const isHere = !own || (source === 'own' && size === said.size && color === said.color)
          if (!isHere) set({ source: 'own', size: said.size, color: said.color })
          if (!isHere || (own && typeof material === 'string'))
            return 'This run learned from images that are not in its file. Open them first, class by class, and then the run.'
          const network = foundOf(said, own ? many : said.classes)
          if ('problem' in network) return network.problem
          const opened = planOf(said, network, own ? material : drawnOf(said))!
          const missing = missingIn(opened.graph, history.moments[0])
          if (missing) return `The file lacks ${missing}, so it is not a run of this network.`
          onChange(said)
          linked.onMade(null)
          open(opened, history)
          return undefined
        }}
      />
      <p className="soft small-text">
        Everything is computed in this browser. Errors are measured on 200 images that are never learned from
        and on 200 that are. The same settings yield the same numbers, so a link repeats a run as far as it
        went; only a file can keep a fork or a run that learned from your own images.
      </p>
    </div>
  )
}
