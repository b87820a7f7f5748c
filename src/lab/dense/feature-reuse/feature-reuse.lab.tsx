import './feature-reuse.css'
import { useMemo, useState } from 'react'
import { graphOf } from '../../../architectures/built'
import { seededWeights } from '../../../runtime/weights'
import { Problem } from '../../../ui/Problem'
import { Segmented } from '../../../ui/Segmented'
import { type Cell, HeatMap } from './HeatMap'
import { type Block, meanUse, reuse } from './reuse'
import { useTrained } from './useTrained'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const seed = 1

/** Whose features the layers of a trained DenseNet use, read off its weights. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { network, weights: isTrained, measure } = value
  const graph = graphOf(network)
  const { weights, progress, problem, retry } = useTrained(network, graph)
  const [lit, setLit] = useState<Cell | null>(null)
  const source = isTrained === 'random' ? seededWeights(graph, seed) : weights
  const blocks = useMemo(
    () => source && reuse(graph, source, measure),
    // Random weights are the same function of the seed each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [graph, weights, isTrained, measure],
  )
  const at = Math.min(value.block, blocks?.length ?? 1) - 1
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Which weights"
          value={isTrained}
          onChange={(weights) => onChange({ weights })}
          small
          choices={[
            { value: 'trained', label: 'trained' },
            { value: 'random', label: 'before training' },
          ]}
        />
        <Segmented
          legend="What is measured"
          value={measure}
          onChange={(measure) => onChange({ measure })}
          small
          choices={[
            { value: 'kernel', label: '|w|' },
            { value: 'scaled', label: '|γ·w|', name: 'with the γ of the normalization before the kernel' },
          ]}
        />
        {blocks && (
          <Segmented
            legend="Dense block"
            value={String(at)}
            onChange={(chosen) => {
              onChange({ block: Number(chosen) + 1 })
              setLit(null)
            }}
            small
            choices={blocks.map((_, i) => ({ value: String(i), label: `block ${i + 1}` }))}
          />
        )}
      </div>
      {problem && isTrained === 'trained' && <Problem onRetry={retry}>{problem}</Problem>}
      {!blocks && !problem && (
        <p className="soft lab-wait lab-loading" aria-busy>
          Fetching trained weights{progress && `: ${progress}`}…
        </p>
      )}
      {blocks && (
        <>
          <HeatMap
            block={blocks[at]}
            last={at === blocks.length - 1 ? 'classifier' : 'transition'}
            lit={lit}
            onLight={setLit}
          />
          <p role="status" className="reuse-told">
            {lit
              ? told(blocks[at], at === blocks.length - 1, lit)
              : 'Each number is the mean size of a layer’s weights for one source, divided by the mean over everything it reads.'}
          </p>
          <Readout
            values={blocks.map((block, i) => [
              `block ${i + 1}: its input`,
              <Readable of="inputs">{meanUse(block, 0).toFixed(2)} × the mean</Readable>,
            ])}
          />
        </>
      )}
      <p className="soft">
        Computed on this page from the weights of {graph.architecture.title}
        {isTrained === 'trained'
          ? ', trained by this project on CIFAR-10, one seed.'
          : `, random with seed ${seed}.`}
      </p>
    </div>
  )
}

/** One cell as a sentence. */
function told({ sources, readers }: Block, isLastBlock: boolean, { reader, source }: Cell): string {
  const behind = isLastBlock ? 'The classifier' : 'The transition'
  const who = reader === readers.length - 1 ? behind : `Layer ${reader + 1}`
  const what = source === 0 ? 'the input of the block' : `the output of layer ${source}`
  return `${who} reads ${what}, ${sources[source].channels} channels, with ${readers[reader].use[source].toFixed(2)} times its mean weight.`
}
