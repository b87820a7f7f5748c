import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { UsageError } from '../arguments'

/** An image file in the folder of its class. */
export interface Labelled {
  readonly path: string
  readonly label: string
}

/** Looks into a folder, or unpacks a tar archive first and removes what it unpacked after `use`. */
export async function withImages<T>(
  data: string,
  classes: readonly string[],
  use: (images: readonly Labelled[]) => Promise<T>,
): Promise<T> {
  if (!existsSync(data)) throw new UsageError(`There is no ${data}.`)
  if (statSync(data).isDirectory()) return use(imagesIn(data, classes))
  if (!/\.(tar|tar\.\w+|tgz|txz)$/.test(data))
    throw new UsageError(`${data} is neither a folder nor a tar archive.`)
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-images-'))
  try {
    try {
      execFileSync('tar', ['-xf', data, '-C', folder], { stdio: ['ignore', 'ignore', 'pipe'] })
    } catch (error) {
      throw new UsageError(
        `${data} cannot be unpacked: ${String((error as { stderr?: unknown }).stderr).trim()}`,
      )
    }
    return await use(imagesIn(folder, classes))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Every image whose folder is named after a class, class by class. Throws where there is none, or another folder has images. */
function imagesIn(folder: string, classes: readonly string[]): readonly Labelled[] {
  const images = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jpe?g|png|svg)$/i.test(entry.name))
    .map(({ name, parentPath }) => ({ path: join(parentPath, name), label: basename(parentPath) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const stray = images.find(({ label }) => !classes.includes(label))
  if (stray)
    throw new UsageError(
      `${relative(folder, stray.path)} lies in no folder of a class that the model knows: ${classes.join(', ')}.`,
    )
  if (images.length === 0) throw new UsageError(`${folder} has no folder with images.`)
  return images
}

/** At most so many, from every class as many as there is room for. */
export function limited(images: readonly Labelled[], limit: number): readonly Labelled[] {
  const rank = new Map<string, number>()
  return images
    .map((image, order) => {
      const place = rank.get(image.label) ?? 0
      rank.set(image.label, place + 1)
      return { image, place, order }
    })
    .sort((a, b) => a.place - b.place || a.order - b.order)
    .slice(0, limit)
    .map(({ image }) => image)
}
