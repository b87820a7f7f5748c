import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArguments, UsageError } from '../arguments'
import { bin, root } from '../packages.mjs'
import { buildPortable } from '../portable/build'
import { serve } from '../serve.mjs'
import { type Kind, MissingError } from './browser'
import { drawnPages, drawTrial } from './draw'
import { firefox } from './firefox'
import { walkTrial } from './journeys'
import { runTrial } from './run'
import { table, Tally } from './tally'
import { webkit } from './webkit'

const kinds: Readonly<Record<string, Kind>> = { firefox, webkit }
export const usage =
  'Usage: npm run test:browsers [-- --times 5] [-- --browser firefox|webkit] [-- --only journeys|runs]'

/** Forward passes, pictures and journeys of the built site in the browsers that the other tests do not drive. */
export async function main(args: string[]): Promise<number> {
  // Node 20 has the client of WebSocket behind a flag.
  if (typeof WebSocket === 'undefined')
    return (
      spawnSync(
        process.execPath,
        ['--experimental-websocket', '--no-warnings', 'tools/run.mjs', 'tools/browsers/main.ts', ...args],
        { cwd: root, stdio: 'inherit' },
      ).status ?? 1
    )
  const { times, chosen, only } = read(args)
  const build = spawnSync(process.execPath, [bin('vite'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (build.status !== 0) throw new Error('The build did not succeed; its message is above.')

  const tally = new Tally((failure) => console.log(`  ${failure}`))
  for (const kind of chosen) await visit(kind, only === 'journeys' ? 0 : times, only !== 'runs', tally)
  const folder = join(mkdtempSync(join(tmpdir(), 'layerwise-portable-')), 'layerwise')
  try {
    await buildPortable(folder)
    for (const kind of chosen) await openFolder(kind, folder, only, tally)
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true })
  }
  console.log(`\n${table(tally.rows)}\n`)
  for (const failure of tally.failures) console.log(`  ${failure}`)
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  return tally.failed > 0 ? 1 : 0
}

function read(args: string[]) {
  const { name, options } = parseArguments(args, [])
  const { times = '5', browser, only, ...others } = options
  if (name !== undefined || Object.keys(others).length > 0) throw new UsageError(usage)
  if (!/^[1-9]\d{0,3}$/.test(times)) throw new UsageError(`--times is a whole number from 1, not "${times}"`)
  if (browser !== undefined && !Object.hasOwn(kinds, browser))
    throw new UsageError(`--browser is ${Object.keys(kinds).join(' or ')}, not "${browser}"`)
  if (only !== undefined && only !== 'journeys' && only !== 'runs')
    throw new UsageError(`--only is journeys or runs, not "${only}"`)
  return {
    times: Number(times),
    only,
    chosen: browser === undefined ? Object.values(kinds) : [kinds[browser]],
  }
}

/** All trials of one browser; where it is not installed, that is one failure. */
async function visit(kind: Kind, times: number, walks: boolean, tally: Tally): Promise<void> {
  for (const isolated of [true, false]) {
    const site = await serve(`${root}/dist`, 0, { isolated })
    const headers = isolated ? 'isolated' : 'not isolated'
    try {
      for (const backend of ['automatic', 'wasm'] as const) {
        const row = [kind.title, headers, backend]
        for (let i = 0; i < times; i++) {
          for (const [what, result] of await runTrial(kind, site.url, backend)) tally.add(row, what, result)
          console.log(`${row.join(', ')}: ${i + 1} of ${times} browsers, ${tally.failed} failures so far`)
        }
      }
      if (times > 0)
        for (const [what, result] of await drawTrial(kind, site.url, drawnPages))
          tally.add([kind.title, headers, 'pictures'], what, result)
      if (isolated && walks) await walk(kind, site.url, headers, tally)
    } catch (error) {
      if (!(error instanceof MissingError)) throw error
      tally.add([kind.title, '', ''], 'installed', { fault: error.message })
      return
    } finally {
      await site.close()
    }
  }
}

/** The journeys of a reader. */
async function walk(kind: Kind, site: string, where: string, tally: Tally): Promise<void> {
  const row = [kind.title, where, 'journeys']
  await walkTrial(kind, site, (what, result) => {
    tally.add(row, what, result)
    console.log(`${[...row, what].join(', ')}: ${'fault' in result ? result.fault : 'walked'}`)
  })
}

/** The portable site from a folder: trained weights from a pack, a worker from a blob, pictures of a lesson. */
async function openFolder(kind: Kind, folder: string, only: string | undefined, tally: Tally): Promise<void> {
  const row = [kind.title, 'from a folder', 'automatic']
  const page = pathToFileURL(join(folder, 'index.html')).href
  try {
    if (only !== 'journeys')
      for (const [what, result] of await runTrial(kind, page, 'automatic')) tally.add(row, what, result)
    console.log(`${row.join(', ')}: ${tally.failed} failures so far`)
    if (only !== 'runs') await walk(kind, page, 'from a folder', tally)
  } catch (error) {
    if (!(error instanceof MissingError)) throw error
  }
}
