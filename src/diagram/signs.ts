import type { Sign } from './scene'

/** What a sign of the legend means, in a sentence. */
export const signSentences: Readonly<Record<Sign, string>> = {
  arc: 'An arc over a closed box is a shortcut inside it, one for each block; open the box to see them as ribbons.',
  wrap: 'A dotted line leads to the next line, where the same tensor continues.',
  path: 'Each path of a block has a color: of its ribbons, its layers, its stripe where paths are stacked and its number in the sum. What stands on no path is gray. A color does not say what a layer does; its words do.',
  link: 'Each thin line leads from one layer of a dense block to a later one that reads its output.',
  strand:
    'A ribbon that splits is a grouped convolution: each group of channels is computed from its own part of the input alone.',
  torn: 'A torn red ribbon does not fit: the shapes that meet there are not those that the layer needs.',
}

/** What thickness means, in a sentence. */
export function thicknessWords(scale: 'linear' | 'sqrt', channels: number): string {
  return scale === 'linear'
    ? `A ribbon as thick as this has ${channels} channels; twice as many are twice as thick.`
    : `A ribbon as thick as this has ${channels} channels; four times as many are twice as thick.`
}
