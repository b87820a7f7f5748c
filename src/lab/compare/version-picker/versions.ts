import { graphOf, networkOf } from '../../../architectures/built'
import { isGroup, stagesOf } from '../../../nn/summary'
import { trainable } from '../../../nn/totals'

/** Networks that share a name. */
export interface Name {
  readonly name: string
  readonly versions: readonly { readonly id: string; readonly title: string }[]
  /** Which stages are the same one, where the versions name them differently; null where one has none. */
  readonly rows?: readonly (readonly (string | null)[])[]
}

export const names: readonly Name[] = [
  {
    name: 'LeNet-5',
    versions: [
      { id: 'lenet5-1998', title: 'of 1998' },
      { id: 'lenet5', title: 'as written today' },
    ],
    rows: [
      ['C1', 'conv1'],
      ['S2', null],
      ['C3', 'conv2'],
      ['S4', null],
      ['C5', 'fc1'],
      ['F6', 'fc2'],
      ['OUTPUT', 'fc3'],
    ],
  },
  {
    name: 'AlexNet',
    versions: [
      { id: 'alexnet', title: 'of 2012, two groups' },
      { id: 'alexnet-ungrouped', title: 'without groups' },
      { id: 'alexnet-torchvision', title: 'torchvision' },
    ],
  },
  {
    name: 'GoogLeNet',
    versions: [
      { id: 'googlenet', title: 'of 2014' },
      { id: 'googlenet-bn', title: 'with BN' },
      { id: 'googlenet-torchvision', title: 'torchvision' },
    ],
  },
]

export interface Row {
  readonly stage: string
  /** Parameters in each version; null where the version has no such stage. */
  readonly params: readonly (number | null)[]
  readonly differs: boolean
}

/** Stages with parameters, the same one of every version in a row. */
export function rowsOf({ versions, rows }: Name): readonly Row[] {
  const params = versions.map(
    ({ id }) =>
      new Map(
        stagesOf(graphOf(id)).map((part) => [
          part.name,
          isGroup(part) ? part.totals.trainable : trainable(part.params),
        ]),
      ),
  )
  const asked = rows ?? [...params[0].keys()].map((stage) => versions.map(() => stage))
  return asked
    .map((stages) => {
      const values = stages.map((stage, i) => (stage === null ? null : (params[i].get(stage) ?? null)))
      return {
        stage: [...new Set(stages)].filter(Boolean).join(' · '),
        params: values,
        differs: new Set(values).size > 1,
      }
    })
    .filter(({ params: values }) => values.some((value) => value !== null && value > 0))
}

/** Totals of a version. */
export function totalOf(id: string): { readonly params: number; readonly macs: number } {
  const { trainable: params, macs } = networkOf(id, {}).graph.totals
  return { params, macs }
}
