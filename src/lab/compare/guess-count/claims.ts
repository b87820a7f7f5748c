import { factsOf } from '../../shared/lecture-networks'

/** A line of slide S40. */
interface Claim {
  /** The network that it means, in the version nearest to its number. */
  readonly id: string
  readonly name: string
  /** What the slide prints. */
  readonly printed: string
  /** The same as a number. */
  readonly value: number
}

export const claims: readonly Claim[] = [
  { id: 'lenet5-1998', name: 'LeNet', printed: '60K', value: 60_000 },
  { id: 'alexnet', name: 'AlexNet', printed: '60.97M', value: 60_970_000 },
  { id: 'vgg16', name: 'VGGNet16', printed: '138.36M', value: 138_360_000 },
  { id: 'googlenet', name: 'GoogLeNet', printed: '4M', value: 4_000_000 },
  { id: 'resnet18', name: 'ResNet-18', printed: '11M', value: 11_000_000 },
  { id: 'densenet121', name: 'DenseNet-121', printed: '8M', value: 8_000_000 },
]

export const verdicts = ['fewer', 'exactly', 'more'] as const

export type Verdict = (typeof verdicts)[number]

/** Whether the network has fewer parameters than printed, exactly as many, or more. */
export function verdictOf({ id, value }: Claim): Verdict {
  const { params } = factsOf(id)
  return params < value ? 'fewer' : params > value ? 'more' : 'exactly'
}
