/** From an earlier tensor to the layer that reads it; 0 is the tensor that enters the block. */
export type Link = readonly [from: number, to: number]

/** How the layers of a chain are connected. */
type Pattern = 'chain' | 'dense'

/** Every connection of a block with that many layers. */
export function links(pattern: Pattern, layers: number): readonly Link[] {
  return Array.from({ length: layers }, (_, i) => i + 1).flatMap((to) =>
    Array.from({ length: to }, (_, from): Link => [from, to]).filter(
      ([from]) => pattern === 'dense' || from === to - 1,
    ),
  )
}

/** 1 + 2 + … + L, written out: every layer adds as many links as there are tensors before it. */
export function sumOfLinks(layers: number): string {
  const shown = layers <= 6 ? Array.from({ length: layers }, (_, i) => i + 1) : [1, 2, '…', layers]
  return `${shown.join(' + ')} = ${links('dense', layers).length}`
}
