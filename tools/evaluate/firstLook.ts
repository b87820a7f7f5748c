import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { samples } from '../../src/app/image/samples'
import { start } from '../../src/app/state/intent'
import { inBrowser } from '../browser'
import { root } from '../packages.mjs'
import type { Evaluation, Judge } from './page'

/** Images that a model is first seen with, by what it was trained on: the photographs, and one thing that it knows. */
const shown: Readonly<Record<string, readonly string[]>> = {
  cifar10: [start.image],
  imagenette: ['chelsea', 'coffee', 'astronaut', 'rocket', 'golf-ball-1'],
}

/**
 * Stores for shipped models what the page shows before any weight has arrived: small runs of sample images.
 * `npm run first-look [model …]`, all models where none is named.
 */
export async function main(args: string[]): Promise<number> {
  const folder = join(root, 'public', 'models')
  const models = (existsSync(folder) ? readdirSync(folder).sort() : []).filter(
    (id) => args.length === 0 || args.includes(id),
  )
  await inBrowser('/tools/evaluate/page.html', 'evaluation', (ask) =>
    ask(async (page) => {
      await page.evaluate(() => (window as unknown as { evaluation: Evaluation }).evaluation.start('wasm'))
      for (const id of models) {
        const { network, options, data } = JSON.parse(
          readFileSync(join(folder, id, 'manifest.json'), 'utf8'),
        ) as Judge & { readonly data?: string }
        for (const image of shown[data ?? 'cifar10']) {
          const { file } = samples.find((sample) => sample.id === image)!
          const base64 = readFileSync(join(root, 'public', file)).toString('base64')
          const { look, base64: packed } = await page.evaluate(
            ([model, sample]) =>
              (window as unknown as { evaluation: Evaluation }).evaluation.firstLook(model, sample),
            [
              { id, network, options },
              { name: basename(file), base64 },
            ] as const,
          )
          const content = Buffer.from(packed, 'base64')
          writeFileSync(join(folder, id, `look-${image}.json`), `${JSON.stringify(look)}\n`)
          writeFileSync(join(folder, id, `look-${image}.bin`), content)
          console.log(
            `${id}, ${image}: ${look.maps.length} maps, ${content.length.toLocaleString('en')} bytes`,
          )
        }
      }
    }),
  )
  return 0
}
