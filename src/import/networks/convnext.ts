import { countWhile, type Rename, type Shapes } from './found'
import { before, classesOf, headsIn, type Read, type Reader } from './reader'

/** How a file calls what a ConvNeXt is made of. */
interface Names {
  readonly stem: readonly [conv: string, norm: string]
  /** Convolution, normalization, the two layers of one position, and what holds the factors. */
  readonly parts: readonly [string, string, string, string, string]
  readonly block: (stage: number, index: number) => string
  /** Before the blocks of a stage: normalization and convolution. */
  readonly step: (stage: number) => string
  readonly head: (shapes: Shapes) => readonly [norm: string, fc: readonly string[]]
}

function readBy({ stem, parts, block, step, head }: Names, shapes: Shapes): Read | undefined {
  const has = (s: number, b: number) => shapes.has(`${block(s, b)}${parts[0]}.weight`)
  const stages = countWhile((s) => has(s, 0))
  const first = shapes.get(`${stem[0]}.weight`)
  if (!first || stages === 0) return undefined
  const [norm, fc] = head(shapes)
  const place = (s: string, b: string) => block(Number(s) - 1, before(b))
  const renames: readonly Rename[] = [
    [/^stem\/(conv|ln)$/, (kind) => stem[kind === 'conv' ? 0 : 1]],
    [/^stage(\d+)\/(conv|ln)$/, (s, kind) => `${step(Number(s) - 1)}.${kind === 'ln' ? 0 : 1}`],
    [/^stage(\d+)\/block(\d*)\/conv1$/, (s, b) => place(s, b) + parts[0]],
    [/^stage(\d+)\/block(\d*)\/ln$/, (s, b) => place(s, b) + parts[1]],
    [/^stage(\d+)\/block(\d*)\/conv([23])$/, (s, b, n) => place(s, b) + parts[Number(n)]],
    [/^stage(\d+)\/block(\d*)\/scale$/, (s, b) => place(s, b) + parts[4]],
    [/^fc\/ln$/, () => norm],
    [/^fc\/fc$/, () => fc],
  ]
  return {
    network: 'convnext',
    options: {
      blocks: Array.from({ length: stages }, (_, s) => countWhile((b) => has(s, b))),
      width: first[0],
      input: [224, 224, first[1]],
      ...classesOf(shapes, fc),
    },
    renames,
  }
}

const torchvision: Names = {
  stem: ['features.0.0', 'features.0.1'],
  parts: ['.block.0', '.block.2', '.block.3', '.block.5', ''],
  block: (stage, index) => `features.${2 * stage + 1}.${index}`,
  step: (stage) => `features.${2 * stage}`,
  head: () => ['classifier.0', ['classifier.2']],
}

const timm: Names = {
  stem: ['stem.0', 'stem.1'],
  parts: ['.conv_dw', '.norm', '.mlp.fc1', '.mlp.fc2', ''],
  block: (stage, index) => `stages.${stage}.blocks.${index}`,
  step: (stage) => `stages.${stage}.downsample`,
  head: (shapes) => ['head.norm', headsIn(shapes)],
}

/** ConvNeXt as torchvision and timm call its parts. */
export const convnext: readonly Reader[] = [
  { anchors: ['features.1.0.layer_scale'], read: (shapes) => readBy(torchvision, shapes) },
  { anchors: ['stages.0.blocks.0.conv_dw.weight'], read: (shapes) => readBy(timm, shapes) },
]
