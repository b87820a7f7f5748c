import type { ReferenceName } from '../../../../content/references'
import { classesOf, spreadOf, trainingOf, type TransferReport } from '../../../recorded/report'
import { count, percent } from '../../../ui/format'

export const verdicts = ['keeps up', 'falls behind'] as const

/** How training from scratch does against copied weights. */
export type Verdict = (typeof verdicts)[number]

/** A pair of results of one task: from scratch, and from copied weights that were fine-tuned. */
export interface Evidence {
  readonly id: string
  /** Task and amount of data. */
  readonly data: string
  /** The network, where the numbers are of one. */
  readonly how?: string
  /** Where it stands; measured by this project where absent. */
  readonly source?: readonly [of: ReferenceName, at: string]
  readonly result:
    | { readonly kind: 'precision' | 'error'; readonly scratch: number; readonly copied: number }
    /** What a source says without a number. */
    | { readonly kind: 'told'; readonly verdict: Verdict; readonly says: string }
}

/** Results that lie no further apart than this are called equal: a point of precision, or of the share of errors. */
export const margin = 1

export function verdictOf({ result }: Evidence): Verdict {
  if (result.kind === 'told') return result.verdict
  const { kind, scratch, copied } = result
  const behind = kind === 'precision' ? copied - scratch : 100 * (scratch - copied)
  return behind > margin ? 'falls behind' : 'keeps up'
}

/** What the other side of a card says. */
export function said({ result }: Evidence): string {
  if (result.kind === 'told') return result.says
  const { kind, scratch, copied } = result
  return kind === 'precision'
    ? `scratch ${scratch.toFixed(1)}, pre-trained ${copied.toFixed(1)} box AP`
    : `scratch ${percent(scratch)}, fine-tuned ${percent(copied)} wrong`
}

/** He, Girshick and Dollár: box AP on COCO, trained longer from scratch. */
const published: readonly Evidence[] = [
  {
    id: 'coco-118k',
    data: 'COCO, 118,000 images',
    how: 'ResNet-50 FPN, GN',
    source: ['scratch', 'section 5.1'],
    result: { kind: 'precision', scratch: 41.3, copied: 41.1 },
  },
  {
    id: 'coco-35k',
    data: 'COCO, 35,000 images',
    source: ['scratch', 'section 5.2'],
    result: { kind: 'precision', scratch: 36.3, copied: 36.3 },
  },
  {
    id: 'coco-10k',
    data: 'COCO, 10,000 images',
    source: ['scratch', 'section 5.2'],
    result: { kind: 'precision', scratch: 25.9, copied: 26 },
  },
  {
    id: 'coco-1k',
    data: 'COCO, 1,000 images',
    source: ['scratch', 'section 5.2'],
    result: { kind: 'told', verdict: 'falls behind', says: 'scratch is far behind' },
  },
]

const yosinski: Evidence = {
  id: 'yosinski',
  data: 'Half of ImageNet, after the other half',
  source: ['yosinski', 'section 4.1'],
  result: {
    kind: 'told',
    verdict: 'falls behind',
    says: 'copied weights are better, even after long training',
  },
}

/** What this project measured with one amount of images per class: everything fine-tuned against from scratch. */
export function measuredHere(report: TransferReport, each: number): Evidence {
  const mean = (found: TransferReport['ways'][number] | undefined) => {
    const spread = found && spreadOf(report, found.name, each)
    if (!spread) throw new Error(`${report.title} was not recorded both ways with ${each} images per class.`)
    return spread.mean
  }
  const { steps } = trainingOf(report, each, classesOf(report)!)
  return {
    id: `here-${each}`,
    data: `CIFAR-10, ${count(each)} images per class, ${count(steps)} steps`,
    result: {
      kind: 'error',
      scratch: mean(report.ways.find(({ copies }) => !copies)),
      copied: mean(report.ways.find(({ copies, frozen }) => copies && frozen.length === 0)),
    },
  }
}

/** All cards: COCO from many images to few, half of ImageNet, then what was measured here. */
export function cardsOf(report: TransferReport, amounts: readonly number[]): readonly Evidence[] {
  return [...published, yosinski, ...amounts.map((each) => measuredHere(report, each))]
}
