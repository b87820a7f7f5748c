import { published } from '../../runtime/trained/model'
import { useEffect, useState } from 'react'
import { type Manifest, readManifest, TrainedError } from '../../runtime/trained/manifest'
import { Dialog } from '../../ui/Dialog'
import { bytes, count, percent } from '../../ui/format'
import { datasets } from '../../recorded/datasets'
import { classInWords } from './classWords'
import type { TrainedSummary } from './models'
import { trainedOn } from './said'
import './model-card.css'
import { augmentationInWords, duration, numbersOf, recipeInWords, sizesInWords } from './words'

interface Props {
  readonly model: TrainedSummary
  readonly onClose: () => void
}

/** What a model was trained on, how, how well it does, and what it cannot do. */
export function ModelCard({ model, onClose }: Props) {
  const [attempt, setAttempt] = useState(0)
  const [read, setRead] = useState<Manifest | string | null>(null)
  useEffect(() => {
    let current = true
    fetchManifest(model).then(
      (manifest) => current && setRead(manifest),
      (error: unknown) => current && setRead(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [model, attempt])
  return (
    <Dialog open onClose={onClose} title={model.title} about={`Weights ${trainedOn(model)}.`}>
      {read === null && <p className="soft">Reading its description …</p>}
      {typeof read === 'string' && (
        <p>
          {read}{' '}
          <button type="button" className="link" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </button>
        </p>
      )}
      {read !== null && typeof read !== 'string' && <Facts manifest={read} model={model} />}
    </Dialog>
  )
}

function Facts({ manifest, model }: { readonly manifest: Manifest; readonly model: TrainedSummary }) {
  const dataset = datasets[model.data]
  const { recipe, trainError, testError, packedError, drawings } = manifest
  const kernels = manifest.tensors.find(({ shape }) => shape.length > 1)!.type
  const facts: readonly (readonly [string, string])[] = [
    ['Classes', manifest.classes.map(classInWords).join(', ')],
    ['Trained on', `${count(manifest.trainImages)} ${dataset.photographs}, ${dataset.size} pixels`],
    ['Tested on', `${count(manifest.testImages)} others that it never saw in training`],
    [
      'Test error',
      percent(testError) +
        (packedError === undefined
          ? ''
          : `; ${percent(packedError)} with its kernels rounded as in the file`),
    ],
    ...(manifest.sizes ? [['Test error by image size', sizesInWords(manifest.sizes)] as const] : []),
    ['Training error, at the end', percent(trainError)],
    ...(drawings ? [['Our drawings of its classes', drawingsInWords(drawings)] as const] : []),
    ['Recipe', recipeInWords(recipe)],
    ['Augmentation', augmentationInWords(recipe)],
    ['Training', `${count(manifest.epochs)} epochs in ${duration(manifest.seconds)} on ${manifest.machine}`],
    ['Date and seed', `${manifest.date}, seed ${recipe.seed}`],
    ['File', `${bytes(manifest.bytes)}; kernels as ${numbersOf[kernels]}, the rest as ${numbersOf.float32}`],
  ]
  return (
    <div className="model-card">
      <p>
        <b>What it cannot do.</b> {manifest.limits}
      </p>
      <dl>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="small-text soft">
        {dataset.name}: {dataset.source}. Its curve and every other run:{' '}
        <a className="link" href="#/measured">
          What we measured
        </a>
        .
      </p>
    </div>
  )
}

function drawingsInWords({ right, of }: NonNullable<Manifest['drawings']>): string {
  return `${right} of ${of} classified correctly; it was trained on photographs only`
}

async function fetchManifest(model: TrainedSummary): Promise<Manifest> {
  const { base, id } = published(model.id)
  const response = await fetch(`${base}${id}/manifest.json`).catch(() => null)
  if (!response?.ok)
    throw new TrainedError('The description of this model could not be loaded; is the site still reachable?')
  return readManifest(await response.text())
}
