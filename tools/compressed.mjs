// After a build: smaller copies of the hashed files and of the page beside them, for hosts that hand out what lies there.
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { afterBuild } from './afterBuild.mjs'

/** Fonts and photographs are compressed already. */
const compressible = /\.(js|css|wasm|svg|json)$/

/** A copy is kept if it saves more than this share of the file. */
const saves = 0.05

/**
 * @param {Buffer} content
 * @returns {Promise<{ br: Buffer, gz: Buffer }>} Brotli at quality 9, a second for all of the site and 9% less than
 *   gzip; quality 10 takes six seconds for 14%, and 11 takes twelve for 16%
 */
async function compressed(content) {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    promisify(gzip)(content, { level: 9 }),
  ])
  return { br, gz }
}

/**
 * Writes `x.js.br` and `x.js.gz` beside `x.js`, where they are smaller by more than a twentieth.
 * @param {string} folder whose files have a hash in their names, so that no copy can be older than its file
 * @returns {Promise<number>} how many copies were written
 */
export async function compressAll(folder) {
  const names = readdirSync(folder).filter((name) => compressible.test(name))
  const counts = await Promise.all(names.map((name) => compressFile(join(folder, name))))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** @param {string} path */
async function compressFile(path) {
  const content = await readFile(path)
  const copies = Object.entries(await compressed(content)).filter(
    ([, copy]) => copy.length < (1 - saves) * content.length,
  )
  await Promise.all(copies.map(([ending, copy]) => writeFile(`${path}.${ending}`, copy)))
  return copies.length
}

/** @returns {import('vite').Plugin} */
export function compress() {
  return afterBuild('layerwise:compress', async (folder) => {
    await compressAll(join(folder, 'assets'))
    // Everything waits for it. It has no hash in its name, but no build writes it without its copies.
    await compressFile(join(folder, 'index.html'))
  })
}
