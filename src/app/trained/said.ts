import { type DatasetName, datasets } from '../../recorded/datasets'

// What is said of a trained model; the build says it, too, and has no list of models.

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A small number as a word. */
export const inWords = (count: number): string => words[count] ?? String(count)

interface Trained {
  readonly title: string
  readonly data: DatasetName
  readonly classes: readonly string[]
}

/** `trained on ten classes of CIFAR-10 photographs`. */
export function trainedOn({ classes, data }: Omit<Trained, 'title'>): string {
  return `trained on ${inWords(classes.length)} classes of ${datasets[data].photographs}`
}

/** Stands beside every prediction of a trained model. */
export const originOf = (model: Trained, isDrawing: boolean): string =>
  `${model.title}, ${trainedOn(model)}: whatever it is shown, it names one of these.${
    isDrawing ? ' This image is a drawing, not a photograph.' : ''
  }`
