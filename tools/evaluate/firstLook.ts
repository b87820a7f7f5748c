import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { start } from '../../src/app/state/intent'
import { inBrowser } from '../browser'
import { root } from '../packages.mjs'
import type { Evaluation, Judge } from './page'

/** Stores for every shipped model what the page shows before any weight has arrived: a small run of the sample image. */
export async function main(): Promise<number> {
  const folder = join(root, 'public', 'models')
  const models = existsSync(folder) ? readdirSync(folder).sort() : []
  const name = `${start.image}.svg`
  const image = { name, base64: readFileSync(join(root, 'public', 'images', name)).toString('base64') }
  await inBrowser('/tools/evaluate/page.html', 'evaluation', (ask) =>
    ask(async (page) => {
      await page.evaluate(() => (window as unknown as { evaluation: Evaluation }).evaluation.start('wasm'))
      for (const id of models) {
        const { network, options } = JSON.parse(
          readFileSync(join(folder, id, 'manifest.json'), 'utf8'),
        ) as Judge
        const { look, base64 } = await page.evaluate(
          ([model, sample]) =>
            (window as unknown as { evaluation: Evaluation }).evaluation.firstLook(model, sample),
          [{ id, network, options }, image] as const,
        )
        const content = Buffer.from(base64, 'base64')
        writeFileSync(join(folder, id, 'first.json'), `${JSON.stringify(look)}\n`)
        writeFileSync(join(folder, id, 'first.bin'), content)
        console.log(`${id}: ${look.maps.length} maps, ${content.length.toLocaleString('en')} bytes`)
      }
    }),
  )
  return 0
}
