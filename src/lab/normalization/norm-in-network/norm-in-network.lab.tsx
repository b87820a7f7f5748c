import './norm-in-network.css'
import { useMemo } from 'react'
import { Segmented } from '../../../ui/Segmented'
import type { LabProps } from '../../shared/frame'
import { type Model, modelOf } from '../../shared/models'
import { useImages, useWithOwn } from './images'
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
  const { view, images } = value
  const model = useMemo(() => modelOf(value.model), [value.model])
  return (
    <div className="lab-body norm-in-network">
      <div className="lab-controls">
        <Segmented
          legend="What is looked at"
          value={view}
          onChange={(view) => onChange({ view })}
          choices={[
            { value: 'values', label: 'before and after' },
            { value: 'shift', label: 'shift' },
            { value: 'learn', label: 'frozen or not' },
            { value: 'race', label: 'race' },
          ]}
        />
        {view !== 'race' && (
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
        {view !== 'race' && (
          <Segmented
            small
            legend="Images"
            value={images}
            onChange={(images) => onChange({ images, made: 0 })}
            choices={[
              { value: 'drawings', label: 'drawings' },
              { value: 'photographs', label: 'photographs' },
            ]}
          />
        )}
      </div>
      {view === 'race' ? (
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
  const images = useWithOwn(useImages(model, props.value.images), model)
  if (images === 'missing') return <p className="problem">The images could not be loaded.</p>
  const all = { ...props, model, held, images }
  switch (props.value.view) {
    case 'shift':
      return <ShiftView {...all} />
    case 'learn':
      return <LearnView {...all} />
    default:
      return <ValuesView {...all} />
  }
}
