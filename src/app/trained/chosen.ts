/**
 * What the first page shows and the explorer opens with; chosen here and nowhere else. The first answer that a reader
 * meets has to be right, and on a photograph: this one shows one of the ten classes, and the network says so (88.8%).
 */
export const chosen = { model: 'imagenette-googlenet-bn', image: 'vienna' } as const
