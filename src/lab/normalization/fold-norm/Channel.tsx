import { type ReactNode, useMemo } from 'react'
import { count, exacter, measured } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { GreyCanvas } from '../../shared/GreyCanvas'
import { greyOf } from '../../inception/kernel-zoo/blur'
import { statisticsOf } from '../norm-bench/norm'
import { side, useReadersPhoto } from '../../shared/photo'
import { Readout } from '../../shared/Readout'
import {
  epsilon,
  filtered,
  folded,
  inputOf,
  type KernelName,
  kernels,
  kernelSide,
  largestDifference,
  type Norm,
  normalizedMap,
} from './channel'
import { KernelTable } from './KernelTable'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

const names: Readonly<Record<KernelName, string>> = {
  sharpen: 'Sharpen',
  edges: 'Right minus left',
  mean: 'Mean',
}

const sliders = [
  ['gamma', 'γ', 0.05],
  ['beta', 'β', 0.05],
  ['mean', 'running μ', 0.01],
  ['variance', 'running σ²', 0.01],
] as const

const weights = kernelSide ** 2

/** Grey of a value: 0 is in the middle, 2.5 white, −2.5 black. */
const shade = (map: Float32Array | null) => map && map.map((value) => 128 + 51 * value)

const hundredths = (value: number) => value.toFixed(2).replace('-', '−')

/** A photo through a convolution and its normalization, and through the one convolution that both become. */
export function Channel({ value, onChange }: LabProps<typeof options>) {
  const { kernel: name, folded: isFolded, gamma, beta, mean, variance } = value
  const norm: Norm = useMemo(() => ({ gamma, beta, mean, variance }), [gamma, beta, mean, variance])
  const photo = useReadersPhoto('cat-1')
  const input = useMemo(() => (photo && photo !== 'missing' ? inputOf(greyOf(photo).values) : null), [photo])
  const kernel = Float32Array.from(kernels[name])
  const map = useMemo(
    () => input && filtered(input, side, { kernel: Float32Array.from(kernels[name]), bias: 0 }),
    [input, name],
  )
  const two = useMemo(() => map && normalizedMap(map, norm), [map, norm])
  const filter = useMemo(() => folded(kernels[name], norm), [name, norm])
  const one = useMemo(() => input && filtered(input, side, filter), [input, filter])
  const inputShade = useMemo(() => shade(input && input.map((value) => 2.5 * value)), [input])
  const twoShade = useMemo(() => shade(two), [two])
  const oneShade = useMemo(() => shade(one), [one])
  if (photo === 'missing') return <p className="problem">The drawing could not be loaded.</p>

  function settle() {
    if (!map) return
    const { mean, variance } = statisticsOf([...map])
    onChange({ mean: settable('mean', mean), variance: settable('variance', variance) })
  }

  const scale = norm.gamma / Math.sqrt(norm.variance + epsilon)
  const values = side * side
  return (
    <>
      <div className="lab-controls">
        <Segmented
          legend="Kernel"
          value={name}
          onChange={(kernel) => onChange({ kernel })}
          small
          choices={Object.entries(names).map(([value, label]) => ({ value: value as KernelName, label }))}
        />
        <button type="button" className="button small" disabled={!map} onClick={settle}>
          μ and σ² of this picture
        </button>
      </div>
      <div className="lab-sliders">
        {sliders.map(([of, label, step]) => (
          <Slider
            key={of}
            label={label}
            min={options[of].min}
            max={options[of].max}
            step={step}
            value={norm[of]}
            text={hundredths(norm[of])}
            onChange={(number) => onChange({ [of]: number })}
          />
        ))}
      </div>
      <Row
        title="Two layers"
        formula="convolution, then γ·(x − μ)/√(σ² + ε) + β"
        input={inputShade}
        output={twoShade}
        outputLabel="The map after both layers"
      >
        <KernelTable label="The kernel" kernel={kernel} />
        <p>no bias</p>
      </Row>
      <Row
        title="One layer"
        formula="kernel′ = kernel·s, bias′ = β − μ·s, s = γ/√(σ² + ε)"
        input={inputShade}
        output={isFolded ? oneShade : null}
        outputLabel="The map after the folded layer"
      >
        <KernelTable label="The folded kernel" kernel={isFolded ? filter.kernel : null} />
        <p>
          s = {isFolded ? exacter(scale) : '?'}
          <br />
          bias′ = {isFolded ? exacter(filter.bias) : '?'}
        </p>
      </Row>
      <div className="lab-controls">
        <button
          type="button"
          className={isFolded ? 'button' : 'button primary'}
          aria-pressed={isFolded}
          onClick={() => onChange({ folded: !isFolded })}
        >
          Fold
        </button>
        <Readout
          values={
            isFolded
              ? [
                  ['largest difference', two && one ? measured(largestDifference(two, one)) : '…'],
                  ['multiplications', `${count(values * (weights + 1))} → ${count(values * weights)}`],
                  ['learned numbers', `${weights + 2} → ${weights + 1}`],
                ]
              : [
                  ['multiplications', count(values * (weights + 1))],
                  ['learned numbers', weights + 2],
                ]
          }
        />
      </div>
      <p className="soft small-text">
        Both maps are computed, with each step rounded to 32 bits. Black is −2.5, and white is 2.5; ε is{' '}
        {epsilon.toFixed(5)}, and s counts as one number.
      </p>
    </>
  )
}

/** As the slider can be set. */
function settable(of: 'mean' | 'variance', value: number): number {
  const { min, max } = options[of]
  return Math.min(max, Math.max(min, Math.round(100 * value) / 100))
}

/** From the photo to a map; an empty frame where there is no map yet. */
function Row({
  title,
  formula,
  input,
  output,
  outputLabel,
  children,
}: {
  readonly title: string
  readonly formula: string
  readonly input: Float32Array | null
  readonly output: Float32Array | null
  readonly outputLabel: string
  readonly children: ReactNode
}) {
  return (
    <section className="fold-row" aria-label={title}>
      <h3>
        {title}: <span className="fold-formula">{formula}</span>
      </h3>
      <GreyCanvas values={input} label="The photo in gray" />
      <div className="fold-layers">{children}</div>
      {output ? (
        <GreyCanvas values={output} label={outputLabel} />
      ) : (
        <span className="fold-empty soft" aria-hidden>
          ?
        </span>
      )}
    </section>
  )
}
