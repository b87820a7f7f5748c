import { presets } from '../../architectures/index'
import type { Options } from '../../architectures/family'
import { name as inProgram } from '../../export/program/python'
import type { Belonging } from '../layerwise'
import { torchvision } from '../preprocessing'
import type { Found, Shapes } from './found'

type Form = Pick<Found, 'layout' | 'isOurs' | 'names' | 'called' | 'endings'>

/** What separates a node from its weight in files that are written here. */
const separators = [' ', '/', '.']

const torchNames: Readonly<Record<string, string>> = {
  kernel: 'weight',
  coefficient: 'weight',
  bias: 'bias',
  gamma: 'weight',
  beta: 'bias',
  mean: 'running_mean',
  variance: 'running_var',
}

const kerasNames: Readonly<Record<string, string>> = {
  // Keras numbers variables; read alone, two are taken for those of a convolution.
  coefficient: 'kernel',
  mean: 'moving_mean',
  variance: 'moving_variance',
}

/** How the files that this site exports call and lay out the weights of a node; `kernel` is what such a name looks like. */
const written: readonly (Form & { readonly kernel: RegExp })[] = [
  {
    kernel: /[ /.]kernel$/,
    layout: 'tensorflow',
    isOurs: true,
    names: 'Layerwise',
    endings: ['.kernel', '.bias'],
    called: (node, weight) => separators.map((separator) => `${node}${separator}${weight}`),
  },
  {
    kernel: /^\w+\.weight$/,
    layout: 'torch',
    names: 'the PyTorch program of Layerwise',
    called: (node, weight) => [`${inProgram(node)}.${torchNames[weight] ?? weight}`],
  },
  {
    kernel: /^\w+\/kernel$/,
    layout: 'tensorflow',
    names: 'the Keras program of Layerwise',
    called: (node, weight) => [`${inProgram(node)}/${kerasNames[weight] ?? weight}`],
  },
]

const foundAs = (form: Form, { network = '', options }: Belonging): Found => ({
  ...form,
  network,
  options: options as Options,
  prefix: '',
  preprocessing: torchvision,
  notes: [],
})

/**
 * The network that a file says it belongs to.
 * @param isKeras the file is one of Keras: there other names may read as our own
 */
export function foundOwn(belonging: Belonging, isKeras: boolean): readonly Found[] {
  const forms = isKeras ? written.slice(-1) : written
  return forms.map((form) => foundAs(form, belonging))
}

/** A state that somebody saved again, a .pth for instance, has lost what the file of an export says. */
const unsaid =
  'Its names are those of a program exported here. This file does not say whether layers were changed before the export; the weights that came with the program do.'

/** Presets that could have been exported under the names of a file that does not say what it belongs to. */
export function foundExported(shapes: Shapes): readonly Found[] {
  const names = [...shapes.keys()]
  return written
    .filter(({ kernel }) => names.some((name) => kernel.test(name)))
    .flatMap((form) =>
      presets.map(({ id }) => ({ ...foundAs(form, { network: id, options: {} }), notes: [unsaid] })),
    )
}
