import { presets } from '../../architectures/index'
import type { Options } from '../../architectures/family'
import type { Belonging } from '../layerwise'
import { torchvision } from '../preprocessing'
import type { Found, Shapes } from './found'

/** What separates a node from its weight in files that are written here. */
const separators = [' ', '/', '.']

/** A network of this site that a file says it belongs to. */
export function foundOwn({ network, options }: Belonging): Found {
  return {
    network,
    options: options as Options,
    layout: 'tensorflow',
    names: 'Layerwise',
    prefix: '',
    called: (node, weight) => separators.map((separator) => `${node}${separator}${weight}`),
    preprocessing: torchvision,
    notes: [],
  }
}

/** What a module is called in a program that this site writes. */
const inPython = (node: string) => node.replace(/\W/g, '_')

const torchNames: Readonly<Record<string, string>> = {
  kernel: 'weight',
  bias: 'bias',
  gamma: 'weight',
  beta: 'bias',
  mean: 'running_mean',
  variance: 'running_var',
}

/** Presets whose PyTorch program, as this site exports it, could have saved these names. */
export function foundExported(shapes: Shapes): readonly Found[] {
  const first = [...shapes.keys()].find((name) => name.endsWith('.weight'))
  if (first === undefined || first.split('.').length !== 2 || !first.includes('_')) return []
  return presets.map(({ id }) => ({
    network: id,
    options: {},
    layout: 'torch' as const,
    names: 'the PyTorch program of Layerwise',
    prefix: '',
    called: (node: string, weight: string) => [`${inPython(node)}.${torchNames[weight] ?? weight}`],
    preprocessing: torchvision,
    notes: [],
  }))
}
