/** The pairs of networks, by the residual one. */
export const pairNames = ['resnet20', 'resnet56', 'resnet18'] as const

export type PairName = (typeof pairNames)[number]

/** Drawings of what the networks know. */
const pictures = {
  small: ['cat-1', 'automobile-1', 'ship-2', 'frog-1', 'horse-1'],
  large: ['golf-ball-1', 'church-1', 'springer-1', 'french-horn-1', 'gas-pump-1'],
} as const

export function picturesOf(pair: PairName): readonly string[] {
  return pictures[pair === 'resnet18' ? 'large' : 'small']
}

/** `french-horn-1`: french horn. */
export const thing = (name: string): string => name.replace(/-\d+$/, '').replaceAll('-', ' ')
