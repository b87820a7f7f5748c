import './feature-ladder.css'
import { useContext, useEffect, useState } from 'react'
import { graphOf } from '../../../architectures/built'
import { FeatureMaps } from '../../../featuremaps/FeatureMaps'
import { type Maps, mapsOf } from '../../../featuremaps/maps'
import type { Pixels } from '../../../runtime/types'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { Problem } from '../../../ui/Problem'
import { Segmented } from '../../../ui/Segmented'
import { tilesOf } from './filters'
import { FirstKernels } from './FirstKernels'
import { useRun } from './useRun'
import { ReadersImage, useReadersPhoto } from '../../shared/photo'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options, stagesOf } from './options'

export { options }

const seed = 1

const photos = [
  { value: 'cat-1', label: 'cat' },
  { value: 'automobile-1', label: 'car' },
  { value: 'ship-2', label: 'yacht' },
] as const

/** What the stages of a trained network make of a picture, and the filters that its first layer has learned. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { network, stage, picture: photo, weights } = value
  const graph = graphOf(network)
  const stages = stagesOf(network)
  const [side] = graph.architecture.input
  const image = useReadersPhoto(photo, side)
  const readers = useContext(ReadersImage)
  const { result, problem, retry } = useRun(
    graph,
    image === 'missing' ? null : image,
    weights === 'trained' ? network : null,
    seed,
  )
  const { shape, output, receptiveField } = graph.group(stage)
  const kernel = graph.nodes.find(({ weights }) => weights.kernel)!
  const [read, setRead] = useState<{ readonly maps: Maps; readonly tiles: readonly Pixels[] }>()
  useEffect(() => {
    if (!result) return
    let isOld = false
    Promise.all([result.trace.read(output), result.trace.weights(kernel.id, 'kernel')]).then(
      ([activation, values]) =>
        !isOld &&
        setRead({
          maps: mapsOf(activation.values, activation.shape),
          tiles: tilesOf(values, kernel.weights.kernel.shape),
        }),
      // A newer run has taken its place and will be read.
      () => undefined,
    )
    return () => {
      isOld = true
    }
  }, [result, output, kernel])

  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Output of"
          value={stage}
          onChange={(stage) => onChange({ stage })}
          choices={stages.map((value) => ({ value, label: value }))}
        />
        <Segmented
          legend="Picture"
          value={readers.image ? null : photo}
          onChange={(picture) => {
            readers.putAway()
            onChange({ picture })
          }}
          small
          choices={photos}
        />
        <Segmented
          legend="Which weights"
          value={weights}
          onChange={(weights) => onChange({ weights })}
          small
          choices={[
            { value: 'trained', label: 'trained' },
            { value: 'random', label: 'before training' },
          ]}
        />
      </div>
      {(problem ?? image === 'missing') && (
        <Problem onRetry={retry}>{problem ?? 'The drawing could not be loaded.'}</Problem>
      )}
      {!read && !problem && (
        <p className="soft lab-wait lab-loading" aria-busy>
          Running {graph.architecture.title}…
        </p>
      )}
      {read && (
        <div className="ladder">
          <div className="ladder-first">
            <figure className="ladder-filters">
              <div>
                {read.tiles.map((tile, i) => (
                  <PixelCanvas key={i} pixels={tile} />
                ))}
              </div>
              <figcaption>
                the {read.tiles.length} filters of {stages[0]}, 3×3 in color; gray is zero
              </figcaption>
            </figure>
            <FirstKernels model="imagenette-googlenet-bn" title="GoogLeNet" weights={weights} />
          </div>
          <FeatureMaps maps={read.maps} title={stage} />
        </div>
      )}
      <Readout
        values={[
          ['maps', `${shape[2]} of ${shape[0]}×${shape[1]}`],
          [
            'one value sees',
            `${Math.min(side, receptiveField[0].size)}×${Math.min(side, receptiveField[1].size)} of ${side}×${side} pixels`,
          ],
        ]}
      />
      <p className="soft small-text">
        {graph.architecture.title}, run in this browser on {readers.image ? 'your image' : 'a drawing'}.{' '}
        {weights === 'trained'
          ? 'Trained by this project on CIFAR-10 photographs.'
          : `Random weights, seed ${seed}.`}
      </p>
    </div>
  )
}
