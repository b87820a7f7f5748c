import { useCallback, useMemo, useState } from 'react'
import type { Pixels } from '../../../runtime/types'
import { measured } from '../../../ui/format'
import { listed } from '../../../ui/listed'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { thing } from '../../residual/switch-off/names'
import type { LabProps } from '../../shared/frame'
import type { Model } from '../../shared/models'
import { Progress } from '../../shared/Progress'
import { NumberChoice, NumberSlider } from '../../shared/SomeNumbers'
import { Seed } from '../../shared/training/Fields'
import { linked, type OnDone, useWork } from '../../shared/useTask'
import { isOf, make, type Picture, type Wish, withMade } from './making'
import { options } from './options'
import { strongest } from './peaks'
import { useWall } from './useWall'
import type { Made } from './wall'
import { WallView } from './WallView'
import type { Seen } from './work'

/** A picture that excites a channel more than any image does, made step by step; and those of all channels, stored. */
export function MadeView({
  model,
  part,
  channel,
  seen,
  value,
  onChange,
}: LabProps<typeof options> & {
  readonly model: Model
  readonly part: string
  /** From 0. */
  readonly channel: number
  /** What the drawings excite, once they have been looked through. */
  readonly seen: readonly Seen[] | undefined
}) {
  const { steps, jitter, blur, seed, side, run } = value
  const [made, setMade] = useState<readonly Picture[]>([])
  const [live, setLive] = useState<Picture>()
  const wish: Wish = useMemo(
    () => ({ part, channel, steps, jitter, blur, seed, side }),
    [part, channel, steps, jitter, blur, seed, side],
  )
  const work = useCallback(
    async (signal: AbortSignal, onDone: OnDone) => {
      const picture = await make(model, wish, signal, onDone, setLive)
      setMade((before) => withMade(before, picture))
    },
    [model, wish],
  )
  const task = useWork(work, run)
  const stored = useWall(value.model, part)
  const wall = stored?.wall
  const own = made.filter((picture) => isOf(picture, part, channel))
  const isFull = model.graph.architecture.input[0] > side
  const set = (change: Partial<typeof value>) => onChange({ ...change, run: false })
  const best = seen && bestOf(seen, part, channel)
  return (
    <>
      <div className="lab-controls">
        <NumberChoice
          label="Steps"
          of={options.steps.values}
          value={steps}
          name={(steps) => `${steps} steps`}
          onChange={(steps) => set({ steps })}
        />
        {isFull && (
          <NumberChoice
            label="Side of the picture"
            of={options.side.values}
            value={side}
            name={(side) => `${side}×${side}`}
            onChange={(side) => set({ side })}
          />
        )}
        <Progress task={linked(task, onChange)} begin="Make its picture" what="steps" />
      </div>
      <div className="lab-sliders">
        <NumberSlider
          label="jitter"
          of={options.jitter.values}
          value={jitter}
          name={inPixels}
          onChange={(jitter) => set({ jitter })}
        />
        <NumberSlider
          label="blur"
          of={options.blur.values}
          value={blur}
          name={inPixels}
          onChange={(blur) => set({ blur })}
        />
        <Seed seed={seed} most={99} onChange={set} />
      </div>
      <ul className="unit-pictures">
        {!stored && (
          <li className="soft" aria-busy>
            <span className="picture-to-come" />
            Loading stored pictures…
          </li>
        )}
        {wall && (
          <Shown
            pixels={wall.pictures[channel]}
            value={wall.values[channel]}
            title="stored"
            how={wall.made}
          />
        )}
        {task.progress && live?.wish === wish && (
          <Shown pixels={live.pixels} value={live.value} title="in the making" how={wish} />
        )}
        {own.map((picture, i) => (
          <Shown
            key={own.length - i}
            pixels={picture.pixels}
            value={picture.value}
            title="made here"
            how={picture.wish}
          />
        ))}
        {best && (
          <Shown
            pixels={best.image.pixels}
            value={best.value}
            title={best.image.name.startsWith('your') ? best.image.name : thing(best.image.name)}
            said="the image that excites it most"
          />
        )}
      </ul>
      {wall && (
        <WallView
          wall={wall}
          part={part}
          channel={channel}
          onChannel={(channel) => set({ channel: channel + 1 })}
        />
      )}
      <p className="soft small-text">
        Starting from noise near gray, each step moves the pixels along the gradient of the value in the
        middle of the map; the number is that value for the picture shown. Another seed yields another
        picture, so one picture does not show all that excites the channel. Jitter, blur and a pull toward
        gray are our choice: without them the value usually rises higher, and the picture looks like noise to
        us. None of these pictures looks like a photograph, so they do not show what the channel encounters in
        use.
        {wall &&
          ` The wall shows ${wall.pictures.length} channels (${inWords(wall.made)}); its pictures were made by the same program with this site’s weights and then stored.`}
        {stored &&
          stored.parts.length > 0 &&
          !stored.parts.includes(part) &&
          ` Walls are stored for ${listed(stored.parts)}. A later part has more channels, and each of its pictures goes through more of the network, so computing its wall would take more than an hour. You can make individual pictures for it here.`}
      </p>
    </>
  )
}

const inPixels = (size: number) => (size === 0 ? 'none' : `${size} px`)

const inWords = ({ steps, seed, jitter, blur }: Made) =>
  `${steps} steps, seed ${seed}, jitter ${inPixels(jitter)}, blur ${inPixels(blur)}`

function bestOf(seen: readonly Seen[], part: string, channel: number) {
  const [best] = strongest(
    seen.map(({ image, parts }) => ({ image, peaks: parts[part] })),
    channel,
    1,
  )
  return best
}

function Shown({
  pixels,
  value,
  title,
  how,
  said = how && inWords(how),
}: {
  readonly pixels: Pixels
  readonly value: number
  readonly title: string
  readonly how?: Made
  readonly said?: string
}) {
  return (
    <li>
      <PixelCanvas pixels={pixels} label={`${title}: ${measured(Math.max(0, value))}`} />
      <span className="small-text">
        <b>{measured(Math.max(0, value))}</b> {title}
        <br />
        <span className="soft">{said}</span>
        {how && value <= 0 && (
          <>
            <br />
            The channel stays at zero: jitter and blur hold back fine detail. Make a picture without them.
          </>
        )}
      </span>
    </li>
  )
}
