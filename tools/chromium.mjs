// Which browser the tests drive, and with what flags. The configurations of both runners read this file.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { bin, cacheDir, root } from './packages.mjs'

const record = join(cacheDir, 'chromium.json')
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The system browser an earlier run settled on; undefined means Playwright's own. */
export function knownChromium() {
  const given = process.env.LAYERWISE_CHROMIUM
  if (given) return given
  if (!existsSync(record)) return undefined
  const { path } = JSON.parse(readFileSync(record, 'utf8'))
  return existsSync(path) ? String(path) : undefined
}

/** The same flags for unit tests in the browser and for the journeys, so that both see one machine. */
export const launchOptions = () => ({
  executablePath: knownChromium(),
  // Playwright adds --no-sandbox itself, without which Chromium does not start as root.
  args: [
    // A test machine may be offline; without these the browser calls home at every start.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // WebGL and WebGPU in software, so that their kernels are tested where there is no GPU.
    '--enable-unsafe-swiftshader',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    // But a page is painted without GL: in software that took a second of the processor for each page. Debian's Chromium
    // asks for the opposite.
    '--disable-gpu-compositing',
    '--disable-gpu-rasterization',
  ],
})

/**
 * Finds a browser for the tests, or gets one. Returns the path of a system browser, or undefined for
 * Playwright's own; throws with a sentence that says what to do when there is none to be had.
 */
export async function ensureChromium() {
  const known = knownChromium()
  if (known) return known
  if (await playwrightHasOne()) return undefined

  console.log('Downloading a browser for the tests (npx playwright install chromium).')
  const download = spawnSync(process.execPath, [bin('playwright'), 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 180_000,
  })
  if (download.status === 0 && (await playwrightHasOne())) return undefined
  console.log('The download did not succeed; looking for a Chromium or Chrome of the system.')

  const found = onPath() ?? (installWithApt() ? onPath() : undefined)
  if (!found)
    throw new Error(
      'No browser for the tests: install Chromium or Chrome, or set LAYERWISE_CHROMIUM to the path of one.',
    )
  console.log(`The tests will use ${found}.`)
  mkdirSync(cacheDir, { recursive: true })
  writeFileSync(record, JSON.stringify({ path: found }))
  return found
}

async function playwrightHasOne() {
  const { chromium } = await import('playwright')
  return existsSync(chromium.executablePath())
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

function installWithApt() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length && !existsSync('/usr/bin/sudo')) return false
  console.log("There is none; installing Debian's (apt-get install chromium fonts-noto-core).")
  /** @param {string[]} args */
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', '-qq', ...args]
    const { status } = spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return status === 0
  }
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core')
}
