import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { parseArguments, UsageError } from '../arguments'
import { root } from '../packages.mjs'
import { buildPortable, isPortable } from './build'

export const usage = 'Usage: npm run portable -- [--out <folder>]'

/** `npm run portable`: a folder that opens by a double click on its `index.html`, and the same as one file to hand on. */
export async function main(args: string[]): Promise<number> {
  try {
    const { name, options } = parseArguments(args, [])
    const { out = join(root, 'portable'), ...others } = options
    if (name !== undefined || Object.keys(others).length > 0) throw new UsageError(usage)
    const folder = resolve(out)
    if (statSync(folder, { throwIfNoEntry: false }) && !isPortable(folder))
      throw new UsageError(`${folder} holds something else; name a folder that is not there yet.`)
    console.log('Building the portable site.')
    await buildPortable(folder)
    const zip = `${folder}.zip`
    writeFileSync(zip, zipSync(entriesOf(folder), { level: 6 }))
    const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
    console.log(`${folder}: open index.html in it.\n${zip}: ${size(statSync(zip).size)}, to hand on.`)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    return 1
  }
}

/** Every file of a folder, under a folder of the site's name. */
function entriesOf(folder: string): Zippable {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`layerwise/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)]),
  )
}
