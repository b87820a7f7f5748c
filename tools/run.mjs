// `node tools/run.mjs SCRIPT.ts [arguments]`: runs a TypeScript tool in Node, as the site's modules run. The script exports `main(args)`, which may return an exit code, and `usage`, which `--help` prints.
import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { withModules } from './moduleRunner.mjs'
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

  return withModules(root, async (runner) => {
    process.argv = [process.argv[0], path, ...args]
    const { main, usage } = await runner.import(path)
    if (typeof main !== 'function')
      throw new Error(`${relative(root, path)} does not export a function named main.`)
    if (typeof usage === 'string' && args.some((word) => word === '--help' || word === '-h')) {
      console.log(usage)
      return 0
    }
    // The exit code is set, not forced, so that output into a pipe is written to its end.
    return (await main(args)) ?? 0
  })
}
