// Plain Node, no dependency: this runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Where the tools keep what they learnt about this machine; it goes away with node_modules. */
export const cacheDir = join(root, 'node_modules', '.cache', 'layerwise')

/** Installs what package-lock.json names, unless it is there already. Throws when npm fails. */
export function ensurePackages() {
  const wanted = join(root, 'package-lock.json')
  // npm writes this file at the end of every install, so its age is the age of node_modules.
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && (statSync(installed).mtimeMs >= statSync(wanted).mtimeMs || sameLock())) return
  console.log(
    existsSync(installed)
      ? 'The packages are older than package-lock.json; installing them again (npm ci).'
      : 'Installing the packages that package-lock.json names (npm ci); this happens once.',
  )
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // The browser is found or fetched by tools/chromium.mjs, which says so.
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  })
  if (status !== 0) throw new Error('npm ci did not succeed; its message is above.')
}

/** A fresh checkout makes the lock file newer without changing it; then what is installed is still right. */
function sameLock() {
  /** @param {string} path @returns {Record<string, {version?: string, optional?: boolean}>} */
  const packages = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  const installed = packages('node_modules/.package-lock.json')
  return Object.entries(packages('package-lock.json')).every(
    // An optional package for another platform is in the lock file and rightly not on the disk.
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  )
}

/**
 * The script behind a package's command, to be run with this Node: no shell, so it works on every system.
 * @param {string} name the package, @param {string} [command] its command, when it has another name
 */
export function bin(name, command = name) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}
