import type { Sign } from './scene'

/** What a sign of the legend means, in a sentence. */
export const signSentences: Readonly<Record<Sign, string>> = {
  arc: 'An arc over a closed box is a shortcut inside it, one for each block; open the box to see them as ribbons.',
  wrap: 'A dotted connection leads to the next line, where the same tensor continues.',
  path: 'Each path of a block has its own color, used for its ribbons, its layers, its stripe where paths are stacked and its number in the sum. Anything that is on no path is gray. The color does not tell you what a layer does; its label does.',
  link: 'Each thin line leads from one layer of a dense block to a later one that reads its output.',
  strand:
    'A ribbon that splits is a grouped convolution: each group of channels is computed only from its own part of the input.',
  torn: 'A torn red ribbon does not fit: the shapes that meet there are not the ones the layer needs.',
}

/** What thickness means, in a sentence. */
export function thicknessWords(scale: 'linear' | 'sqrt', channels: number): string {
  return scale === 'linear'
    ? `A ribbon this thick has ${channels} channels; with twice as many, it is twice as thick.`
    : `A ribbon this thick has ${channels} channels; with four times as many, it is twice as thick.`
}
