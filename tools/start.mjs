// `npm start`: from a fresh clone to the running site.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { bin, ensurePackages, root } from './packages.mjs'

try {
  if (process.argv.includes('--help'))
    console.log('Usage: npm start; PORT=8080 npm start serves on another port')
  else await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function start() {
  const port = Number(process.env.PORT || 4173)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`)
  ensurePackages()
  console.log('Building the site (vite build).')
  const { status } = spawnSync(process.execPath, [bin('vite'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The build did not succeed; its message is above.')
  // Imported only now: the server uses a package, which the first run has just installed.
  const { serveAndTell } = await import('./serve.mjs')
  await serveAndTell(join(root, 'dist'), port)
}
