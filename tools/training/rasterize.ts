import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArguments, UsageError } from '../arguments'
import { inBrowser } from '../browser'
import type { Evaluation } from '../evaluate/page'

const usage = 'Usage: node tools/run.mjs tools/training/rasterize.ts --size 32 --files a.svg,b.svg'

/** Prints images as the page shows them to a network of a size: JSON with the pixels in base 64. */
export async function main(args: string[]): Promise<number> {
  const { options } = parseArguments(args, [])
  const size = Number(options.size)
  if (!Number.isInteger(size) || size < 1 || !options.files) throw new UsageError(usage)
  const images = options.files.split(',').map((path) => ({
    name: basename(path),
    base64: readFileSync(path).toString('base64'),
  }))
  const raw = await inBrowser('/tools/evaluate/page.html', 'evaluation', (ask) =>
    ask((page) =>
      page.evaluate(
        ([files, side]) =>
          (window as unknown as { evaluation: Evaluation }).evaluation.rasterize(files, side, side),
        [images, size] as const,
      ),
    ),
  )
  console.log(JSON.stringify(raw))
  return 0
}
