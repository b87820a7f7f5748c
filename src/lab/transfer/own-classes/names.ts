/** Trained networks of this site whose last layer is exchanged. */
export const trunkNames = ['cifar-resnet20', 'imagenette-resnet18', 'imagenette-googlenet-bn'] as const

export type TrunkName = (typeof trunkNames)[number]

/** Two drawings of each of these are on this site, and none is of a class that the trunk was trained on. */
export const unknownTo: Readonly<Record<TrunkName, readonly string[]>> = {
  'cifar-resnet20': ['golf-ball', 'church', 'parachute', 'french-horn', 'gas-pump', 'chain-saw'],
  'imagenette-resnet18': ['cat', 'ship', 'frog', 'horse', 'automobile', 'bird'],
  'imagenette-googlenet-bn': ['cat', 'ship', 'frog', 'horse', 'automobile', 'bird'],
}

/** What learns. */
export const wayNames = ['head', 'block', 'scratch'] as const

export type Way = (typeof wayNames)[number]

export const wayWords: Readonly<Record<Way, string>> = {
  head: 'new head, frozen trunk',
  block: 'head and last block',
  scratch: 'from scratch, small',
}

/** Classes at least and at most. */
export const classLimits = { min: 2, max: 6 } as const

/** Images of a class at most: what a device holds in memory. */
export const mostImages = 100

/** The names that an option has, one for each class; those of the page's drawings where it has none. */
export function classNames(said: string | null, otherwise: readonly string[]): readonly string[] {
  const names = (said ?? '').split(',').map((name) => name.trim())
  return said === null || names.length < classLimits.min ? otherwise : names.slice(0, classLimits.max)
}

/** The option for some names; a comma would make two of one. */
export const saidNames = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll(',', ' ').slice(0, 24)).join(',')
