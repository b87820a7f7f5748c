import { type ReactNode, useContext } from 'react'
import type { Options } from '../../architectures/family'
import { formatShape } from '../../nn/shape'
import { count, short } from '../../ui/format'
import { Explained } from '../../ui/Explained'
import { Hideable } from '../../ui/Hideable'
import { StepContext } from '../context'
import { decimal, share } from '../format'
import { useHidden } from '../hidden'
import { type Network, numbers, type Numbers } from '../numbers'
import { Terms, Total } from './Terms'

type Countable = Exclude<keyof Numbers, 'graph' | 'shape'>

const meanings: Readonly<Record<Countable, string>> = {
  params: 'parameters: weights, biases, γ and β',
  weights: 'weights, without biases, γ and β',
  biases: 'biases',
  batchNorm: 'γ and β',
  running: 'running statistics, not trained',
  macs: 'multiply-accumulates of convolutions and fully connected layers, for one image; 1 MAC = 2 FLOPs',
  depth: 'layers with weights on the longest path, projections not counted',
  convolutions: 'convolutions, projections included',
  field: 'width of the receptive field in pixels',
  channels: 'channels',
  activations: 'values of all outputs, for one image',
}

interface Which {
  /** The step's network unless said. */
  readonly network?: string
  readonly options?: Options
  /** A node or a group. */
  readonly at?: string
}

interface CountProps extends Which {
  readonly of?: Countable
  /** In place of `of`: anything that follows from networks. */
  readonly value?: (n: Numbers) => number
  /** `full` 1,024,000; `short` 1.02 M; `share` 25.7%; `times` 8.71×. */
  readonly as?: 'full' | 'short' | 'share' | 'times'
  /** After the point; for a share and for times. */
  readonly digits?: number
  /** A network whose count this one is compared with: in short, both have one unit. */
  readonly beside?: string
}

function useNetwork({ network, options }: Which): Network {
  const place = useContext(StepContext)
  if (network !== undefined) return options ? [network, options] : network
  if (!place) throw new Error('A number outside a <Step> has to name its network.')
  const { step } = place
  if (step.network === undefined) throw new Error(`the step "${step.id}" shows no network; name one`)
  return step.options ? [step.network, step.options] : step.network
}

/** A number about a node that a question of the slide hides is a question mark in its words, too. */
function OfNode({ at, children }: { readonly at: string | undefined; readonly children: ReactNode }) {
  const hidden = useHidden(useContext(StepContext)?.key)
  return <Hideable isHidden={at !== undefined && hidden.has(at)}>{children}</Hideable>
}

/** A number about a network, counted from its graph as the page is drawn. */
export function Count({ of, value, as = 'full', digits, ...which }: CountProps) {
  return value ? (
    <Value value={value(numbers)} as={as} digits={digits} meaning="computed" />
  ) : (
    <OfNode at={which.at}>
      <CountOf of={of ?? 'params'} as={as} digits={digits} {...which} />
    </OfNode>
  )
}

function CountOf({
  of,
  as,
  digits,
  beside,
  ...which
}: CountProps & { readonly of: Countable; readonly as: NonNullable<CountProps['as']> }) {
  const network = useNetwork(which)
  const ask = numbers[of] as (network: Network, at?: string) => number
  const title = numbers.graph(network).architecture.title
  return (
    <Value
      value={ask(network, which.at)}
      as={as}
      digits={digits}
      beside={beside === undefined ? undefined : ask(beside)}
      meaning={`${meanings[of]}; counted from ${title}${which.at ? `, ${which.at}` : ''}`}
      data={{ network: typeof network === 'string' ? network : undefined, of, at: which.at }}
    />
  )
}

function Value({
  value,
  as,
  digits,
  beside,
  meaning,
  data = {},
}: {
  readonly value: number
  readonly as: NonNullable<CountProps['as']>
  readonly digits?: number
  readonly beside?: number
  readonly meaning: string
  readonly data?: { readonly network?: string; readonly of?: string; readonly at?: string }
}) {
  const text = {
    full: () => (digits === undefined && Number.isInteger(value) ? count(value) : decimal(value, digits)),
    short: () => short(value, beside),
    share: () => share(value, digits),
    times: () => `${decimal(value, digits)}×`,
  }[as]()
  return (
    <Explained words={as === 'short' ? `${count(value)}: ${meaning}` : meaning}>
      <data className="count" value={value} data-network={data.network} data-of={data.of} data-at={data.at}>
        {text}
      </data>
    </Explained>
  )
}

/** The shape of a tensor: `28×28×192`. */
export function Shape(which: Which & { readonly at: string }) {
  const network = useNetwork(which)
  return (
    <OfNode at={which.at}>
      <Explained className="count shape" words={`output of ${which.at}, height × width × channels`}>
        {formatShape(numbers.shape(network, which.at))}
      </Explained>
    </OfNode>
  )
}

/** The sum at a concat, each summand in the colour of its path: `64 + 128 + 32 + 32 = 256`. */
export function Sum(which: Which & { readonly at: string }) {
  const network = useNetwork(which)
  const place = useContext(StepContext)
  const graph = numbers.graph(network)
  // A lab stands in place of the graph, and another network has no paths there to light.
  const isPointing =
    place !== null &&
    place.step.show === undefined &&
    (which.network ?? place.step.network) === place.step.network
  const id = graph.has(which.at) === 'group' ? graph.group(which.at).output : which.at
  const node = graph.node(id)
  const sum = (
    <>
      <Terms graph={graph} node={node} isPointing={isPointing} />
      {' = '}
      <OfNode at={which.at}>
        <Total node={node} isPointing={isPointing} />
      </OfNode>
    </>
  )
  // Where its numbers point into the picture, each says what it is.
  return isPointing ? (
    <span className="count sum">{sum}</span>
  ) : (
    <Explained className="count sum" words={`channels at ${id}`}>
      {sum}
    </Explained>
  )
}
