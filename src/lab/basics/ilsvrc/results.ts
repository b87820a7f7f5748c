/** A top-5 error of the classification task of ILSVRC as it is printed. */
export interface Result {
  /** What the slide or the table calls it. */
  readonly name: string
  readonly year: number
  /** Percent. */
  readonly error: number
  /** Networks whose answers were averaged, as far as that is in print. */
  readonly nets?: number | 'several'
  /** Trained with other images too (ImageNet with 22,000 classes). */
  readonly external?: boolean
  /** On the validation images; on the test images unless said. */
  readonly validation?: boolean
}

/** As slide 4 prints it: table 2 of Szegedy et al. 2014 with a first column added. */
const slide: readonly Result[] = [
  { name: 'AlexNet', year: 2012, error: 16.4, nets: 5 },
  { name: 'AlexNet, external data', year: 2012, error: 15.3, nets: 7, external: true },
  { name: 'ZFNet', year: 2013, error: 11.7, nets: 'several' },
  { name: 'ZFNet, external data', year: 2013, error: 11.2, nets: 'several', external: true },
  // Printed in that table alone: the entry had 8.06% (He et al. 2014, SPPNet, table 5), which the other table rounds.
  { name: 'SPPNet', year: 2014, error: 7.35 },
  { name: 'VGGNet', year: 2014, error: 7.32, nets: 7 },
  { name: 'GoogLeNet', year: 2014, error: 6.67, nets: 7 },
]

/** Entries of several networks, table 7 of Simonyan and Zisserman 2014. */
const entries: readonly Result[] = [
  { name: 'Krizhevsky et al.', year: 2012, error: 16.4, nets: 5 },
  { name: 'Zeiler & Fergus', year: 2013, error: 14.8, nets: 6 },
  { name: 'Clarifai', year: 2013, error: 11.7, nets: 'several' },
  { name: 'MSRA (SPPNet)', year: 2014, error: 8.1, nets: 11 },
  { name: 'VGG, as entered', year: 2014, error: 7.3, nets: 7 },
  { name: 'GoogLeNet', year: 2014, error: 6.7, nets: 7 },
]

/** One network each, many crops; the same table. */
const single: readonly Result[] = [
  { name: 'Krizhevsky et al.', year: 2012, error: 18.2, nets: 1, validation: true },
  { name: 'Zeiler & Fergus', year: 2013, error: 16.1, nets: 1 },
  { name: 'Clarifai', year: 2013, error: 12.5, nets: 1 },
  { name: 'MSRA (SPPNet)', year: 2014, error: 9.1, nets: 1 },
  { name: 'VGG, after the challenge', year: 2014, error: 7.0, nets: 1 },
  // 7.89% in its own paper, whose table 3 is of validation images.
  { name: 'GoogLeNet', year: 2014, error: 7.9, nets: 1, validation: true },
]

export const tables = {
  slide: { title: 'as on the slide', results: slide, source: 'Slide 4, after Szegedy et al. 2014, table 2' },
  entries: { title: 'entries, by team', results: entries, source: 'Simonyan and Zisserman 2014, table 7' },
  single: { title: 'one network each', results: single, source: 'Simonyan and Zisserman 2014, table 7' },
} as const

export type TableName = keyof typeof tables

/** By error, best last, or by year as they came; the given order among equals. */
export function sorted(results: readonly Result[], by: 'error' | 'year'): readonly Result[] {
  return [...results].sort((a, b) => (by === 'error' ? b.error - a.error : a.year - b.year))
}

/** GoogLeNet's top-5 error on the validation images by networks and crops: Szegedy et al. 2014, table 3. */
export const googlenet = {
  nets: [1, 7],
  crops: [1, 10, 144],
  /** A row for each number of networks. */
  errors: [
    [10.07, 9.15, 7.89],
    [8.09, 7.62, 6.67],
  ],
} as const

/** How often a network is run for one image. */
export const passes = (nets: number, crops: number) => nets * crops
