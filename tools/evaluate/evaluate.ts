import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright'
import { ranked } from '../../src/nn/ranked'
import { type Backend, backends } from '../../src/runtime/types'
import { parseArguments, UsageError } from '../arguments'
import { inBrowser } from '../browser'
import { root } from '../packages.mjs'
import { confusionOf, confusionTable, rightOf } from './confusion'
import { type Labelled, limited, withImages } from './images'
import type { Evaluation, Judge } from './page'

export const usage =
  'Usage: npm run -s evaluate -- --model <id> --data <folder or tar archive of class folders> [--backend wasm] [--limit n] [--json]'

/** Images that travel to the browser together. */
const batch = 100

/** Judges images with a shipped model, in a browser with the site's own runtime; 1 when it cannot. */
export async function main(args: string[]): Promise<number> {
  try {
    const { name, options, flags } = parseArguments(args, ['json'])
    const { model: id, data, backend = 'wasm', limit, ...unknown } = options
    const [stray] = name === undefined ? Object.keys(unknown) : [name]
    if (stray !== undefined) throw new UsageError(`evaluate does not know "${stray}".\n${usage}`)
    if (id === undefined || data === undefined) throw new UsageError(usage)
    if (!backends.some((each) => each === backend))
      throw new UsageError(`there is no backend "${backend}"; it can be ${backends.join(', ')}`)
    if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit))
      throw new UsageError(`option "limit" takes a whole number from 1, not ${limit}`)
    const model = modelOf(id)
    const { outputs, images } = await withImages(data, model.classes, async (all) => {
      const images = limit === undefined ? all : limited(all, Number(limit))
      return { images, outputs: await judged(model, images, backend as Backend) }
    })
    const broken = outputs.filter((output) => typeof output === 'string')
    const pairs = outputs.flatMap((output, i) =>
      typeof output === 'string'
        ? []
        : [[model.classes.indexOf(images[i].label), ranked(Float32Array.from(output), 1)[0].index] as const],
    )
    if (pairs.length === 0)
      throw new UsageError([`None of the ${images.length} images can be read.`, ...broken].join('\n'))
    const confusion = confusionOf(pairs, model.classes.length)
    const right = rightOf(confusion)
    const accuracy = right / pairs.length
    if (flags.has('json')) {
      const { classes } = model
      console.log(
        JSON.stringify({
          model: id,
          backend,
          images: pairs.length,
          right,
          accuracy,
          classes,
          confusion,
          broken,
        }),
      )
      return 0
    }
    console.log(
      `${model.title} on ${backend}: ${right} of ${pairs.length} images right, ${(accuracy * 100).toFixed(2)} %.`,
    )
    console.log(
      `When it was trained: ${((1 - model.testError) * 100).toFixed(2)} % of ${model.testImages} test images.`,
    )
    if (broken.length > 0)
      console.log(`${broken.length} of ${images.length} images cannot be read and are not counted.`)
    for (const sentence of broken) console.log(`Left out: ${sentence}`)
    console.log(`\nRows are the truth, columns the answers.\n${confusionTable(confusion, model.classes)}`)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    return 1
  }
}

interface Model extends Judge {
  readonly title: string
  readonly classes: readonly string[]
  readonly testError: number
  readonly testImages: number
}

function modelOf(id: string): Model {
  const folder = join(root, 'public', 'models')
  const hasModel = (name: string) => existsSync(join(folder, name, 'manifest.json'))
  const known = existsSync(folder) ? readdirSync(folder).filter(hasModel).sort() : []
  if (!known.includes(id))
    throw new UsageError(
      known.length > 0 ? `There is no model "${id}"; there are ${known.join(', ')}.` : 'No model ships yet.',
    )
  return JSON.parse(readFileSync(join(folder, id, 'manifest.json'), 'utf8')) as Model
}

function judged(model: Judge, images: readonly Labelled[], backend: Backend) {
  return inBrowser('/tools/evaluate/page.html', 'evaluation', (ask) =>
    ask(async (page) => {
      await page.evaluate(
        (name) => (window as unknown as { evaluation: Evaluation }).evaluation.start(name),
        backend,
      )
      const outputs: (readonly number[] | string)[] = []
      for (let at = 0; at < images.length; at += batch)
        outputs.push(...(await judge(page, model, images.slice(at, at + batch))))
      return outputs
    }),
  )
}

function judge(page: Page, { id, network, options }: Judge, images: readonly Labelled[]) {
  const encoded = images.map(({ path }) => ({
    name: basename(path),
    base64: readFileSync(path).toString('base64'),
  }))
  return page.evaluate(
    ([model, files]) => (window as unknown as { evaluation: Evaluation }).evaluation.judge(model, files),
    [{ id, network, options }, encoded] as const,
  )
}
