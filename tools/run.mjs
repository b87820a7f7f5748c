// `node tools/run.mjs SCRIPT.ts [arguments]`: runs a TypeScript tool in Node, with the site's own module rules
// (imports without extension, import.meta.glob, JSON). The script exports `main(args)` and may return an exit code.
import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { root } from './packages.mjs'

const [script, ...args] = process.argv.slice(2)

try {
  process.exitCode = await run()
} catch (error) {
  console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function run() {
  if (!script) throw new Error('Say which script to run: node tools/run.mjs tools/summary.ts [arguments]')
  const path = resolve(script)
  if (!existsSync(path)) throw new Error(`There is no script ${script}.`)
  if (!existsSync(resolve(root, 'node_modules/vite')))
    throw new Error('The packages are not installed; run npm install first.')

  const { createServer, createServerModuleRunner } = await import('vite')
  // No configuration file: its plugins are for the page and cost time at every start.
  const vite = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    // No watching, no sockets: nothing may keep the process alive or need a free port.
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false })
  try {
    process.argv = [process.argv[0], path, ...args]
    const { main } = await runner.import(path)
    if (typeof main !== 'function')
      throw new Error(`${relative(root, path)} does not export a function named main.`)
    // The exit code is set, not forced, so that output into a pipe is written to its end.
    return (await main(args)) ?? 0
  } finally {
    await runner.close()
    await vite.close()
  }
}
