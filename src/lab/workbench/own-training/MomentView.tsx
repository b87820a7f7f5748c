import { useMemo } from 'react'
import { FeatureMaps } from '../../../featuremaps/FeatureMaps'
import { mapsOf } from '../../../featuremaps/maps'
import type { GraphNode } from '../../../nn/graph'
import { Problem } from '../../../ui/Problem'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../shared/frame'
import type { options } from './options'
import type { Moment } from './run'
import { useMaps } from './useMaps'
import type { Plan } from './useRuns'

interface Props extends LabProps<typeof options> {
  readonly plan: Plan
  readonly moment: Moment
}

/** The kernels of a convolution at a moment, or what it makes of a test image. */
export function MomentView({ plan, moment, value, onChange }: Props) {
  const layers = useMemo(
    () => plan.graph.nodes.filter(({ weights }) => weights.kernel?.shape.length === 4),
    [plan],
  )
  const at = Math.min(value.layer, layers.length - 1)
  const layer = layers[at]
  return (
    <section className="own-moment" aria-label={`The network after step ${moment.step}`}>
      <div className="lab-controls">
        <Segmented
          small
          legend="What is shown of the layer"
          value={value.look}
          choices={[
            { value: 'kernels', label: 'kernels' },
            { value: 'maps', label: 'maps of the chosen image' },
          ]}
          onChange={(look) => onChange({ look })}
        />
        <Slider
          label="layer"
          min={0}
          max={layers.length - 1}
          value={at}
          text={`${layer.id}, ${at + 1} of ${layers.length}`}
          onChange={(layer) => onChange({ layer })}
        />
      </div>
      {value.look === 'kernels' ? (
        <Kernels layer={layer} moment={moment} />
      ) : (
        <Maps {...{ plan, moment, layer }} image={Math.min(value.image, plan.material.test.length - 1)} />
      )}
    </section>
  )
}

/** Kernels that are drawn, at most. */
const mostKernels = 512

/** Each tile is the part of a filter for one channel that enters. */
function Kernels({ layer, moment }: { readonly layer: GraphNode; readonly moment: Moment }) {
  const maps = useMemo(() => {
    const [height, width, into, out] = layer.weights.kernel.shape
    const values = moment.weights[`${layer.id}.kernel`]
    const all = into * out
    const count = Math.min(all, mostKernels)
    const some = Float32Array.from(
      { length: height * width * count },
      (_, i) => values[Math.floor(i / count) * all + (i % count)],
    )
    return mapsOf(count === all ? values : some, [height, width, count])
  }, [layer, moment])
  const [, , into, out] = layer.weights.kernel.shape
  return (
    <>
      <p className="soft small-text">
        {into} × {out} kernels: for each input channel, those of the {out} filters.
        {into * out > mostKernels && ` Only the first ${mostKernels} are drawn.`}
      </p>
      <FeatureMaps maps={maps} title={`Kernels of ${layer.id} after step ${moment.step}`} />
    </>
  )
}

function Maps({
  plan,
  moment,
  layer,
  image,
}: {
  readonly plan: Plan
  readonly moment: Moment
  readonly layer: GraphNode
  readonly image: number
}) {
  const { values, problem, retry } = useMaps(plan, moment, layer.id, image)
  const maps = useMemo(() => values && mapsOf(values, layer.shape), [values, layer])
  if (problem) return <Problem onRetry={retry}>{problem}</Problem>
  if (!maps) return <p className="soft">Computing the maps…</p>
  return <FeatureMaps maps={maps} title={`Output of ${layer.id} after step ${moment.step}`} />
}
