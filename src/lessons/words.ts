/** Components that ask the reader something. */
export const questions: ReadonlySet<string> = new Set(['Predict', 'Choice', 'Order', 'Cloze', 'Practice'])

/** Every component that a lesson may use; the map in `vocabulary/index.ts` is held to this list. */
export const vocabulary = [
  'Step',
  'Notes',
  'Ref',
  'Count',
  'Shape',
  'Sum',
  'Quote',
  'Slip',
  'Source',
  'Term',
  'Disputed',
  'Table',
  'Compare',
  'Curve',
  ...questions,
] as readonly string[]
