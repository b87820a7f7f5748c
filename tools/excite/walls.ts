import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Made, Wall } from '../../src/lab/transfer/unit-excites/wall'
import { wallFile } from '../../src/lab/transfer/unit-excites/wall'
import { inBrowser } from '../browser'
import type { Judge } from '../evaluate/page'
import { root } from '../packages.mjs'
import type { Walls } from './page'

/** How every picture is made, which its file says and the lab shows. */
const made: Made = { steps: 64, seed: 1, jitter: 2, blur: 1, side: 64 }

/** The parts of each model that have a wall, and the side of a picture on it at most. */
const parts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'cifar-resnet20': { conv1: 32, stage1: 32, stage2: 32, stage3: 32 },
  'imagenette-resnet18': { conv1: 48, conv2_x: 48, conv3_x: 48, conv4_x: 40 },
  'imagenette-googlenet-bn': { conv1: 48, conv2: 48, inception_3a: 48, inception_4a: 40 },
}

export const usage = 'Usage: npm run walls [-- <model>[/<part>] …]; all of them where none is named'

/**
 * Stores for shipped models the picture that excites each channel of a part most: a sheet for each part, and how they
 * were made.
 */
export async function main(args: string[]): Promise<number> {
  await inBrowser('/tools/excite/page.html', 'walls', (ask) =>
    ask(async (page) => {
      page.on('console', (message) => process.stderr.write(`${message.text()}\r`))
      await page.evaluate(() => (window as unknown as { walls: Walls }).walls.start())
      for (const [id, tiles] of Object.entries(parts)) {
        const folder = join(root, 'public', 'models', id)
        const isWanted = (part: string) =>
          args.length === 0 || args.includes(id) || args.includes(`${id}/${part}`)
        const wanted = Object.entries(tiles).filter(([part]) => isWanted(part))
        if (wanted.length === 0 || !existsSync(folder)) continue
        const { network, options } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Judge
        const file = join(folder, 'wall.json')
        const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Wall) : undefined
        let wall: Wall = before ?? { made, parts: {} }
        for (const [part, tile] of wanted) {
          const sheet = await page.evaluate(
            ([model, name, how, size]) =>
              (window as unknown as { walls: Walls }).walls.wall(model, name, how, size),
            [{ id, network, options }, part, made, tile] as const,
          )
          const content = Buffer.from(sheet.base64, 'base64')
          writeFileSync(join(folder, wallFile(part)), content)
          wall = { made, parts: { ...wall.parts, [part]: { tile: sheet.tile, values: [...sheet.values] } } }
          writeFileSync(file, `${JSON.stringify(wall)}\n`)
          console.log(
            `${id}, ${part}: ${sheet.values.length} pictures, ${content.length.toLocaleString('en')} bytes`,
          )
        }
      }
    }),
  )
  return 0
}
