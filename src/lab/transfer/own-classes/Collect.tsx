import { Plus, VideoOff } from 'lucide-react'
import { useState } from 'react'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../shared/frame'
import { ClassCard } from './ClassCard'
import { DrawPad } from './DrawPad'
import { readImage } from './files'
import { classLimits, mostImages } from './names'
import type { options } from './options'
import type { Shot } from './shots'
import type { Camera } from './useCamera'
import type { Change } from './useShots'

interface Props extends LabProps<typeof options> {
  readonly names: readonly string[]
  readonly shots: readonly Shot[]
  /** Whether drawings of the page are on their way. */
  readonly isComing: boolean
  readonly camera: Camera
  readonly change: Change
}

/** The classes and where their images come from. */
export function Collect({ names, shots, isComing, value, onChange, camera, change }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const isFull = (label: number) =>
    `“${names[label]}” already holds ${mostImages} images, which is the limit.`
  async function open(label: number, files: readonly File[]) {
    const failed: string[] = []
    for (const file of files)
      try {
        if (!change.add(label, await readImage(file))) failed.push(isFull(label))
      } catch (error) {
        failed.push(error instanceof Error ? error.message : String(error))
      }
    setProblem(failed.length > 0 ? [...new Set(failed)].slice(0, 3).join(' ') : null)
  }
  function record(label: number) {
    const pixels = camera.grab()
    if (!pixels) return setProblem('There is no picture from the camera yet; try again in a moment.')
    setProblem(change.add(label, pixels) ? null : isFull(label))
  }
  return (
    <section aria-label="Classes">
      {camera.state !== 'off' && (
        <div className="own-camera">
          {camera.state === 'asking' && <p className="small-text">Waiting for your permission …</p>}
          <video ref={camera.video} muted playsInline aria-label="Camera" hidden={camera.state !== 'live'} />
          <button type="button" className="button small" onClick={camera.close}>
            <VideoOff aria-hidden size={14} /> Switch the camera off
          </button>
        </div>
      )}
      {[camera.problem, problem].map(
        (each, i) =>
          each && (
            <p key={i} className="problem" role="alert">
              {each}
            </p>
          ),
      )}
      <div className="own-cards">
        {names.map((name, label) => (
          <ClassCard
            key={label}
            name={name}
            shots={shots.filter((shot) => shot.label === label)}
            coming={isComing ? value.drawings : 0}
            canRemove={names.length > classLimits.min}
            isLive={camera.state === 'live'}
            onRecord={() => record(label)}
            onCamera={camera.open}
            onFiles={(files) => void open(label, files)}
            onRename={(to) => change.rename(label, to)}
            onDrop={change.drop}
            onRemove={() => change.removeClass(label)}
          />
        ))}
      </div>
      <div className="lab-controls">
        {names.length < classLimits.max && (
          <button type="button" className="button small" onClick={change.addClass}>
            <Plus aria-hidden size={14} /> Class
          </button>
        )}
        <Slider
          label="drawings of the page per class"
          min={0}
          max={40}
          step={4}
          value={value.drawings}
          onChange={(drawings) => onChange({ drawings })}
        />
        {value.drawings > 0 && (
          <button
            type="button"
            className="button small"
            onClick={() => onChange({ drawings: 0, names: 'class 1,class 2' })}
          >
            Only my own
          </button>
        )}
        <details className="own-draw">
          <summary>Draw an image</summary>
          <DrawPad
            names={names}
            onAdd={(label, pixels) => setProblem(change.add(label, pixels) ? null : isFull(label))}
          />
        </details>
        {value.drawings > 0 && (
          <p className="soft small-text">
            The page’s images are crops of two drawings of each thing, new to this trunk; those held out come
            from the second drawing. A class with any other name has only your images.
          </p>
        )}
      </div>
    </section>
  )
}
