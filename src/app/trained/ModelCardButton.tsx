import { useState } from 'react'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import type { TrainedSummary } from './models'

const card = loadable(() => import('./ModelCard').then((m) => m.ModelCard))

/** Opens what there is to say about a trained model. */
export function ModelCardButton({ model }: { readonly model: TrainedSummary }) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        About this model
      </button>
      {isOpen && <Part name="This card" of={card} with={{ model, onClose: close }} onClose={close} />}
    </>
  )
}
