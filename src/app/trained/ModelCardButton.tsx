import { lazy, Suspense, useState } from 'react'
import type { TrainedSummary } from './models'

const ModelCard = lazy(() => import('./ModelCard').then((m) => ({ default: m.ModelCard })))

/** Opens what there is to say about a trained model. */
export function ModelCardButton({ model }: { readonly model: TrainedSummary }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        About this model
      </button>
      {isOpen && (
        <Suspense>
          <ModelCard model={model} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
