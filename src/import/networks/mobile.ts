import { countWhile, type Rename, type Shapes } from './found'
import { before, classesOf, type Reader } from './reader'

/** Blocks in each stage. */
const counts = {
  v2: [1, 2, 3, 4, 3, 3, 1],
  large: [1, 2, 3, 6, 3],
  small: [1, 2, 5, 3],
} as const

/** The place of a block among all, from stage and block as they are numbered here. */
const placeOf = (inStages: readonly number[], stage: string, block: string) =>
  inStages.slice(0, Number(stage) - 1).reduce((sum, count) => sum + count, 0) + before(block)

/** A convolution and its normalization in a list of two. */
const pairAt =
  (place: string): Rename['1'] =>
  (kind) =>
    `${place}.${kind === 'conv' ? 0 : 1}`

/** torchvision's MobileNetV2. */
const second: Reader = {
  anchors: ['features.1.conv.0.0.weight'],
  read(shapes) {
    const blocks = countWhile((i) => shapes.has(`features.${i + 1}.conv.0.0.weight`))
    if (blocks !== 17) return undefined
    return {
      network: 'mobilenetv2',
      options: classesOf(shapes, ['classifier.1']),
      renames: [
        [/^conv1\/(conv|bn)$/, pairAt('features.0')],
        [
          /^bottleneck(\d)\/block(\d*)\/(conv|bn)(\d)$/,
          (s, b, kind, n) => {
            const place = `features.${1 + placeOf(counts.v2, s, b)}.conv`
            const last = s === '1' ? 2 : 3
            const at = Number(n) - 1
            // The last convolution stands in the list itself, those with an activation in lists of their own.
            if (Number(n) === last) return `${place}.${kind === 'conv' ? at : at + 1}`
            return `${place}.${at}.${kind === 'conv' ? 0 : 1}`
          },
        ],
        [/^conv9\/(conv|bn)$/, pairAt('features.18')],
        [/^fc\/fc$/, () => 'classifier.1'],
      ],
    }
  },
}

/** The list of a block: convolutions with their normalizations, and a gate between them. */
function within(shapes: Shapes, place: string) {
  const parts = Array.from({ length: 4 }, (_, i) => `${place}.block.${i}`)
  const convs = parts.filter((part) => shapes.has(`${part}.0.weight`))
  const gate = parts.find((part) => shapes.has(`${part}.fc1.weight`))
  return {
    unit: (kind: string, n: string) => `${convs[Number(n) - 1]}.${kind === 'conv' ? 0 : 1}`,
    gate: (n: string) => `${gate}.fc${n}`,
  }
}

/** torchvision's MobileNetV3. */
const third: Reader = {
  anchors: ['features.1.block.0.0.weight'],
  read(shapes) {
    const blocks = countWhile((i) => shapes.has(`features.${i + 1}.block.0.0.weight`))
    const version = blocks === 15 ? 'large' : blocks === 11 ? 'small' : undefined
    if (!version) return undefined
    const at = (s: string, b: string) => within(shapes, `features.${1 + placeOf(counts[version], s, b)}`)
    return {
      network: 'mobilenetv3',
      options: { version, ...classesOf(shapes, ['classifier.3']) },
      renames: [
        [/^conv1\/(conv|bn)$/, pairAt('features.0')],
        [/^stage(\d)\/bneck(\d*)\/se\/conv(\d)$/, (s, b, n) => at(s, b).gate(n)],
        [/^stage(\d)\/bneck(\d*)\/(conv|bn)(\d)$/, (s, b, kind, n) => at(s, b).unit(kind, n)],
        [/^conv2\/(conv|bn)$/, pairAt(`features.${blocks + 1}`)],
        [/^fc\/fc([12])$/, (n) => `classifier.${n === '1' ? 0 : 3}`],
      ],
    }
  },
}

/** Width, depth and side of the image of EfficientNet-B0 to B4 in torchvision. */
const scalings = [
  [1, 1, 224],
  [1, 1.1, 240],
  [1.1, 1.2, 288],
  [1.2, 1.4, 300],
  [1.4, 1.8, 380],
] as const

/** Blocks of each stage of EfficientNet-B0. */
const base = [1, 2, 2, 3, 3, 4, 1]

/** torchvision's EfficientNet. */
const efficient: Reader = {
  anchors: ['features.1.0.block.0.0.weight'],
  read(shapes) {
    const blocks = base.map((_, s) =>
      countWhile((b) => shapes.has(`features.${s + 1}.${b}.block.0.0.weight`)),
    )
    const last = shapes.get('features.8.0.weight')?.[0]
    const found = scalings.find(
      ([width, depth]) =>
        base.every((count, s) => Math.ceil(count * depth) === blocks[s]) &&
        last !== undefined &&
        Math.abs(last - 1280 * width) <= 32,
    )
    if (!found) return undefined
    const [width, depth, side] = found
    const at = (s: string, b: string) => within(shapes, `features.${Number(s) - 1}.${before(b)}`)
    return {
      network: 'efficientnet',
      options: { width, depth, input: [side, side, 3], ...classesOf(shapes, ['classifier.1']) },
      renames: [
        [/^stage1\/(conv|bn)$/, pairAt('features.0')],
        [/^stage(\d)\/mbconv(\d*)\/se\/conv(\d)$/, (s, b, n) => at(s, b).gate(n)],
        [/^stage(\d)\/mbconv(\d*)\/(conv|bn)(\d)$/, (s, b, kind, n) => at(s, b).unit(kind, n)],
        [/^stage9\/(conv|bn)$/, pairAt('features.8')],
        [/^fc\/fc$/, () => 'classifier.1'],
      ],
    }
  },
}

/** torchvision's SqueezeNet: fire modules have numbers of a list in which pools stand between them. */
const squeezing: Reader = {
  anchors: ['features.3.squeeze.weight'],
  read(shapes) {
    const first = shapes.get('features.0.weight')
    const fires = Array.from({ length: 16 }, (_, i) => i).filter((i) =>
      shapes.has(`features.${i}.squeeze.weight`),
    )
    if (!first || fires.length !== 8) return undefined
    const at = (number: string) => `features.${fires[Number(number) - 2]}`
    return {
      network: 'squeezenet',
      options: {
        version: first[2] === 7 ? '1.0' : '1.1',
        input: [224, 224, first[1]],
        ...classesOf(shapes, ['classifier.1']),
      },
      renames: [
        [/^conv1\/conv$/, () => 'features.0'],
        [/^fire(\d)\/conv$/, (n) => `${at(n)}.squeeze`],
        [/^fire(\d)\/(expand\dx\d)\/conv$/, (n, path) => `${at(n)}.${path}`],
        [/^conv10\/conv$/, () => 'classifier.1'],
      ],
    }
  },
}

/** Networks that were made small: of inverted residuals, and of fire modules. */
export const mobile: readonly Reader[] = [second, third, efficient, squeezing]
