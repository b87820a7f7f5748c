import { readFileSync } from 'node:fs'
import googlenet from '../../src/architectures/googlenet.ts'
import resnet from '../../src/architectures/resnet.ts'
import { completeOptions, create } from '../../src/architectures/family.ts'
import { courseOf, riverOf } from '../../src/app/landing/river.ts'
import type { Still } from '../../src/app/landing/StillPicture.tsx'
import { classInWords, aClass } from '../../src/app/trained/classWords.ts'
import { originOf } from '../../src/app/trained/said.ts'
import { isDrawn, samples } from '../../src/app/image/samples.ts'
import { chosen } from '../../src/app/trained/chosen.ts'
import { type FirstLook, unpackLook } from '../../src/app/trained/look.ts'
import { colourOf, kindOf, scaleOf } from '../../src/featuremaps/colour.ts'
import { channelRanges, mapsOf, valueAt, wholeRange } from '../../src/featuremaps/maps.ts'
import { build } from '../../src/nn/build.ts'
import { ranked } from '../../src/nn/ranked.ts'
import { formatShape } from '../../src/nn/shape.ts'
import type { Activation } from '../../src/nn/trace.ts'
import type { DatasetName } from '../../src/recorded/datasets.ts'
import { percent } from '../../src/ui/format.ts'
import { type Bitmap, png } from './png.ts'

interface Manifest {
  readonly network: string
  readonly title: string
  readonly options: Readonly<Record<string, number>>
  readonly data: DatasetName
  readonly classes: readonly string[]
}

/** Widths, in pixels, for which the river is laid out; each is scaled to where it stands. */
const widths = { wide: 860, narrow: 320 } as const

/** Classes that the picture names, as `Picture` does. */
const listed = 3

/** What the first page shows of its network before the scripts come, and the maps in it as one file. */
export function stillPicture(root: string): { readonly still: Still; readonly maps: Buffer } {
  const folder = `${root}/public/models/${chosen.model}`
  const read = <T>(file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as T
  const model = read<Manifest>('manifest.json')
  const { network, options, title, classes } = model
  const graph = build(architectureOf(network, options))
  const look = read<FirstLook>(`look-${chosen.image}.json`)
  const content = new Uint8Array(readFileSync(`${folder}/look-${chosen.image}.bin`))
  const activations = unpackLook(look, content)
  const river = riverOf(graph)
  const tensors = river.stretches.slice(1).map(({ node }) => activations.get(node)!)
  const top = ranked(Float32Array.from(look.output), listed)
  return {
    still: {
      title,
      courses: [
        { name: 'wide', width: widths.wide, course: courseOf(river, widths.wide) },
        { name: 'narrow', width: widths.narrow, course: courseOf(river, widths.narrow) },
      ],
      shapes: river.stretches.map(({ shape }) => formatShape(shape, 'hwc')),
      values: look.output,
      word: aClass(classes[top[0].index]),
      bars: top.map(({ index, value }) => ({
        name: classInWords(classes[index]),
        value,
        text: percent(value),
      })),
      origin: originOf(model, isDrawn(samples.find(({ id }) => id === chosen.image)!)),
    },
    maps: png(stripOf(tensors.map(mosaic))),
  }
}

/** The registry of architectures is a glob of the bundler; whoever chooses a network of another family adds it here. */
function architectureOf(network: string, options: Manifest['options']) {
  for (const family of [googlenet, resnet]) {
    const preset = family.presets.find(({ id }) => id === network)
    if (preset) return create(family, completeOptions(family, preset, options), preset)
  }
  throw new Error(`tools/front/stillPicture.ts does not know the family of ${network}.`)
}

/** Pixels of a side of a mosaic: the page enlarges it without smoothing, as it does canvases. */
const side = 56

/** The first four channels in a square on one scale, as `thumbnails.ts` paints them. */
function mosaic({ values, shape }: Activation): Bitmap {
  const maps = mapsOf(values, shape)
  const whole = wholeRange(channelRanges(maps))
  const scale = scaleOf(kindOf(whole), whole)
  const half = side / 2
  const data = new Uint8Array(4 * side * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [row, column] = [y % half, x % half].map((at) => at / (half - 1))
      // The last pixel of each tile is the gap.
      if (row === 1 || column === 1) continue
      const channel = 2 * Math.floor(y / half) + Math.floor(x / half)
      const value = valueAt(
        maps,
        Math.min(maps.height - 1, Math.floor(row * maps.height)),
        Math.min(maps.width - 1, Math.floor(column * maps.width)),
        channel,
      )
      const [red, green, blue] = colourOf(value, scale).match(/\d+/g)!.map(Number)
      data.set([red, green, blue, 255], 4 * (y * side + x))
    }
  return { width: side, height: side, data }
}

/** Bitmaps of one size below each other. */
function stripOf(bitmaps: readonly Bitmap[]): Bitmap {
  const data = Buffer.concat(bitmaps.map((each) => each.data))
  return { width: side, height: side * bitmaps.length, data }
}
