import './norm-in-network.css'
import { useMemo } from 'react'
import { Segmented } from '../../../ui/Segmented'
import type { LabProps } from '../../shared/frame'
import { type Model, modelOf } from '../../shared/models'
import { useImages } from './drawings'
import { LearnView } from './LearnView'
import { normsOfModel } from './models'
import { options } from './options'
import { RaceView } from './RaceView'
import { ShiftView } from './ShiftView'
import { useBench } from './useBench'
import { ValuesView } from './ValuesView'

export { options }

/** Batch normalization in a network that learned photographs: its values, its shift, its frozen numbers, and a race without it. */
export function Lab(props: LabProps<typeof options>) {
  const { value, onChange } = props
  const model = useMemo(() => modelOf(value.model), [value.model])
  return (
    <div className="lab-body norm-in-network">
      <div className="lab-controls">
        <Segmented
          legend="What is looked at"
          value={value.view}
          onChange={(view) => onChange({ view })}
          choices={[
            { value: 'values', label: 'before and after' },
            { value: 'shift', label: 'shift' },
            { value: 'learn', label: 'frozen or not' },
            { value: 'race', label: 'race' },
          ]}
        />
        {value.view !== 'race' && (
          <Segmented
            small
            legend="Network"
            value={value.model}
            onChange={(model) => onChange({ model, layer: normsOfModel(model)[0], channel: 0, made: 0 })}
            choices={[
              { value: 'cifar-resnet20', label: 'ResNet-20' },
              { value: 'cifar-plain20', label: 'plain-20' },
              { value: 'cifar-resnet56', label: 'ResNet-56' },
              { value: 'cifar-densenet22-k12', label: 'DenseNet-22' },
              { value: 'cifar-inception20', label: 'Inception-20' },
            ]}
          />
        )}
      </div>
      {value.view === 'race' ? (
        <RaceView {...props} />
      ) : model ? (
        <Trained key={model.id} model={model} {...props} />
      ) : (
        <p className="problem">The trained weights of this network are not on this site.</p>
      )}
    </div>
  )
}

function Trained({ model, ...props }: LabProps<typeof options> & { readonly model: Model }) {
  const held = useBench(model)
  // What is learned and counted has classes; photographs show only what a network makes of them.
  const { view, images } = props.value
  const drawings = useImages(model, view === 'values' ? images : 'drawings')
  if (drawings === 'missing') return <p className="problem">The images could not be loaded.</p>
  const all = { ...props, model, held, drawings }
  switch (view) {
    case 'shift':
      return <ShiftView {...all} />
    case 'learn':
      return <LearnView {...all} />
    default:
      return <ValuesView {...all} />
  }
}
