import type { OpSpec } from '../../nn/op'
import { conv, type ConvAttrs } from '../../nn/ops/conv'
import { batchNorm } from '../../nn/ops/normalization'
import { seq, type Spec } from '../../nn/spec'

const isOp = (
  spec: Spec | undefined,
  of: { readonly definition: { readonly name: string } },
): spec is OpSpec => spec?.kind === 'op' && spec.op === of.definition.name

/** Every op of a description, changed by `change`. */
export function mapOps(spec: Spec, change: (op: OpSpec) => OpSpec): Spec {
  switch (spec.kind) {
    case 'op':
      return change(spec)
    case 'seq':
      return { ...spec, items: spec.items.map((item) => mapOps(item, change)) }
    case 'branch':
      return { ...spec, paths: spec.paths.map((path) => mapOps(path, change)) }
    case 'group':
    case 'side':
      return { ...spec, body: mapOps(spec.body, change) }
  }
}

/** The ops of a description, in order; joins are not among them. */
export function opsOf(spec: Spec): readonly OpSpec[] {
  const found: OpSpec[] = []
  mapOps(spec, (op) => {
    found.push(op)
    return op
  })
  return found
}

/**
 * The description after normalizations that follow a convolution have been folded into it, as exporters do: the
 * convolution has a bias instead.
 */
export function foldNormalizations(spec: Spec): Spec {
  switch (spec.kind) {
    case 'op':
      return spec
    case 'seq': {
      const items = spec.items.flatMap(inRow).map(foldNormalizations)
      const folded: Spec[] = []
      for (const item of items) {
        const before = folded.at(-1)
        if (isOp(item, batchNorm) && isOp(before, conv)) {
          const attrs: Partial<ConvAttrs> = { ...before.attrs, bias: true }
          folded[folded.length - 1] = { ...before, attrs }
        } else folded.push(item)
      }
      return seq(...folded)
    }
    case 'branch':
      return { ...spec, paths: spec.paths.map(foldNormalizations) }
    case 'group':
    case 'side':
      return { ...spec, body: foldNormalizations(spec.body) }
  }
}

function inRow(spec: Spec): readonly Spec[] {
  return spec.kind === 'seq' ? spec.items.flatMap(inRow) : [spec]
}
