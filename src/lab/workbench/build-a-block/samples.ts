/** Blocks of the papers to begin with, for 64 channels. */
export const samples = {
  residual: {
    name: 'residual',
    block: 'add(conv3:64 bn relu conv3:64 bn | ) relu',
  },
  bottleneck: {
    name: 'bottleneck',
    block: 'add(conv1:16 bn relu conv3:16 bn relu conv1:64 bn | ) relu',
  },
  grouped: {
    name: 'ResNeXt',
    block: 'add(conv1:32 bn relu conv3:32g8 bn relu conv1:64 bn | ) relu',
  },
  inception: {
    name: 'inception',
    block:
      'concat(conv1:16 bn relu | conv1:24 bn relu conv3:32 bn relu | conv1:4 bn relu conv5:8 bn relu | max3 conv1:8 bn relu)',
  },
  dense: { name: 'dense', block: 'dense:16 dense:16 dense:16' },
  gated: { name: 'with a gate', block: 'add(conv3:64 bn relu conv3:64 bn gate:16 | ) relu' },
} as const

export const startBlock = samples.residual.block
