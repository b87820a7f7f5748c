import './light-shift.css'
import { LightErrors, ways } from '../../../recorded/LightErrors'
import { light, type ShiftReport } from '../../../recorded/shift'
import { useRecorded } from '../../../recorded/useRecorded'
import { count, percent } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { Slider } from '../../../ui/Slider'
import { clipped, lit } from './lit'
import { usePhoto } from '../../shared/photo'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { day } from '../../../recorded/day'
import { options } from './options'

export { options }

/** A shipped network on darker and brighter pictures, with the statistics of its training and with new ones: recorded. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { all, problem } = useRecorded()
  if (problem) return problem
  if (!all)
    return (
      <p className="soft lab-wait" aria-busy>
        Loading the recorded runs…
      </p>
    )
  const [report] = all.shifts
  return report ? (
    <Light report={report} value={value} onChange={onChange} />
  ) : (
    <p className="problem">This measurement is not available on this site.</p>
  )
}

function Light({ report, value, onChange }: LabProps<typeof options> & { readonly report: ShiftReport }) {
  const { points, title, testImages, statisticsImages, date } = report
  const off = points.map(({ factor }) => Math.abs(Math.log(factor / value.light)))
  const chosen = off.indexOf(Math.min(...off))
  const photo = usePhoto('cat-2')
  const at = points[chosen]
  return (
    <div className="lab-body">
      <Slider
        label="Light"
        min={0}
        max={points.length - 1}
        value={chosen}
        text={light(at)}
        onChange={(at) => onChange({ light: points[at].factor })}
      />
      <div className="light-shift">
        {!photo || photo === 'missing' ? (
          <span className="picture-to-come" />
        ) : (
          <PixelCanvas
            pixels={{ width: photo.width, height: photo.height, data: lit(photo.data, at.factor) }}
            label={`A drawing with every pixel ${light(at)}; ${percent(clipped(photo.data, at.factor))} of it is clipped to white`}
          />
        )}
        <LightErrors report={report} at={at} />
      </div>
      <Readout
        values={[
          [`wrong, ${ways.kept}`, percent(at.kept)],
          [`wrong, ${ways.anew}`, percent(at.anew)],
        ]}
      />
      <p className="soft">
        Measured by this project: {title} on {count(testImages)} test images, {day(date)}. New statistics come
        from {count(statisticsImages)} training images in the same light, without their labels; the weights
        stay the same. Recorded, not running now.
      </p>
    </div>
  )
}
