import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ranked } from '../../src/nn/ranked'
import { drawingsOf, type Sample, samples } from '../../src/app/image/samples'
import { start } from '../../src/app/state/intent'
import { inBrowser } from '../browser'
import { root } from '../packages.mjs'
import type { EncodedImage, Evaluation, Judge } from './page'

/** Images that a model is first seen with, by what it was trained on: the photographs, and a drawing of something that it knows. */
const shown: Readonly<Record<string, readonly string[]>> = {
  cifar10: [start.image],
  imagenette: ['vienna', 'chelsea', 'coffee', 'astronaut', 'rocket', 'golf-ball-1'],
}

export const usage = 'Usage: npm run first-look [-- <model> …]; all models where none is named'

type Described = Judge & { readonly data?: string; readonly classes: readonly string[] }

/**
 * Stores for shipped models what the page shows before any weight has arrived, small runs of sample images, and in the
 * manifest how many drawings of its classes each names rightly.
 */
export async function main(args: string[]): Promise<number> {
  const folder = join(root, 'public', 'models')
  const models = (existsSync(folder) ? readdirSync(folder).sort() : []).filter(
    (id) => existsSync(join(folder, id, 'manifest.json')) && (args.length === 0 || args.includes(id)),
  )
  await inBrowser('/tools/evaluate/page.html', 'evaluation', (ask) =>
    ask(async (page) => {
      await page.evaluate(() => (window as unknown as { evaluation: Evaluation }).evaluation.start('wasm'))
      for (const id of models) {
        const path = join(folder, id, 'manifest.json')
        const manifest = JSON.parse(readFileSync(path, 'utf8')) as Described
        const { network, options, data } = manifest
        const drawings = drawingsOf(manifest.classes)
        const outputs = await page.evaluate(
          ([model, images]) =>
            (window as unknown as { evaluation: Evaluation }).evaluation.judge(model, images),
          [{ id, network, options }, drawings.map(encoded)] as const,
        )
        const right = outputs.filter(
          (output, i) =>
            typeof output !== 'string' &&
            manifest.classes[ranked(Float32Array.from(output), 1)[0].index] === drawings[i].label,
        ).length
        const told = { ...manifest, drawings: { right, of: drawings.length } }
        writeFileSync(path, `${JSON.stringify(told, null, 1)}\n`)
        console.log(`${id}: ${right} of ${drawings.length} drawings right`)
        for (const image of shown[data ?? 'cifar10']) {
          const {
            look,
            base64: packed,
            evidence,
          } = await page.evaluate(
            ([model, sample]) =>
              (window as unknown as { evaluation: Evaluation }).evaluation.firstLook(model, sample),
            [{ id, network, options }, encoded(samples.find((sample) => sample.id === image)!)] as const,
          )
          const content = Buffer.from(packed, 'base64')
          writeFileSync(join(folder, id, `look-${image}.json`), `${JSON.stringify(look)}\n`)
          writeFileSync(join(folder, id, `look-${image}.bin`), content)
          if (evidence)
            writeFileSync(join(folder, id, `evidence-${image}.json`), `${JSON.stringify(evidence)}\n`)
          console.log(
            `${id}, ${image}: ${look.maps.length} maps, ${content.length.toLocaleString('en')} bytes`,
          )
        }
      }
    }),
  )
  return 0
}

function encoded({ file }: Sample): EncodedImage {
  return { name: basename(file), base64: readFileSync(join(root, 'public', file)).toString('base64') }
}
