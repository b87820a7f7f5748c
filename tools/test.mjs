// `npm test [-- unit|browser|e2e|checks [filter]]`: everything that must hold, from a fresh clone.
// The last line is `N passed, N failed`: each test counts as one, and so does each check.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { bin, cacheDir, ensurePackages, root } from './packages.mjs'

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, part: string, browser?: boolean, run: () => Count | Promise<Count> }} Step */

const parts = ['checks', 'unit', 'browser', 'e2e']
const [part, ...filter] = process.argv.slice(2)

/** @type {Step[]} */
const steps = [
  check('format', 'checks', 'prettier', ['--check', '--log-level', 'warn', '.']),
  check('types', 'checks', 'typescript', ['--noEmit'], 'tsc'),
  check('lint', 'checks', 'eslint', ['.', '--max-warnings', '0']),
  { name: 'unit tests', part: 'unit', run: () => vitest('node*') },
  { name: 'browser tests', part: 'browser', browser: true, run: () => vitest('browser') },
  check('build', 'checks e2e', 'vite', ['build', '--logLevel', 'warn']),
  { name: 'end-to-end tests', part: 'e2e', browser: true, run: playwright },
]

await main()

async function main() {
  if (part && !parts.includes(part)) {
    console.error(`"${part}" is not a part of the tests; there are ${parts.join(', ')}.`)
    process.exitCode = 2
    return
  }
  const chosen = steps.filter((step) => !part || step.part.split(' ').includes(part))
  const total = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const summary = []
  /** @param {string} name @param {Count} count @param {number} from */
  const note = (name, count, from) => {
    total.passed += count.passed
    total.failed += count.failed
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    summary.push(`  ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`)
  }

  let ready = false
  const began = performance.now()
  try {
    ensurePackages()
    mkdirSync(cacheDir, { recursive: true })
    if (chosen.some((step) => step.browser)) {
      const { ensureChromium } = await import('./chromium.mjs')
      const path = await ensureChromium()
      if (path) process.env.LAYERWISE_CHROMIUM = path
    }
    ready = true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    note('set-up', { passed: 0, failed: 1 }, began)
  }

  // Without packages no step can run; without a browser the others still tell something.
  const runnable = existsSync(join(root, 'node_modules/vite')) ? chosen : []
  for (const step of runnable.filter((step) => ready || !step.browser)) {
    const from = performance.now()
    console.log(`\n--- ${step.name}`)
    note(step.name, await step.run(), from)
  }

  console.log(`\n${summary.join('\n')}`)
  process.exitCode = total.failed > 0 ? 1 : 0
  console.log(`${total.passed} passed, ${total.failed} failed`)
}

/**
 * A step that passes or fails as a whole.
 * @param {string} name @param {string} part @param {string} tool @param {string[]} args @param {string} [command]
 * @returns {Step}
 */
function check(name, part, tool, args, command) {
  return {
    name,
    part,
    run() {
      const ok = node([bin(tool, command), ...args])
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
    },
  }
}

/** @param {'node*' | 'browser'} projects */
function vitest(projects) {
  const report = fresh(`vitest-${projects.replace('*', '')}.json`)
  const ok = node([
    bin('vitest'),
    'run',
    ...['--project', projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...filter,
  ])
  return counted(report, ok, (json) => ({
    passed: json.numPassedTests,
    // A file that could not be loaded has no tests to count and fails as one.
    failed:
      json.numFailedTests +
      json.testResults.filter(
        (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
          file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
      ).length,
  }))
}

async function playwright() {
  if (!existsSync(join(root, 'dist/index.html'))) {
    console.log('There is no built site to visit.')
    return { passed: 0, failed: 1 }
  }
  const report = fresh('e2e.json')
  const ok = node([bin('playwright'), 'test', ...filter], {
    LAYERWISE_E2E_REPORT: report,
    LAYERWISE_E2E_PORT: String(await freePort()),
  })
  return counted(report, ok, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  }))
}

/**
 * What a runner's JSON report says. No report, no tests, or an unhappy end without a failed test is one failure.
 * @param {string} report @param {boolean} ok @param {(json: any) => Count} read
 * @returns {Count}
 */
function counted(report, ok, read) {
  const count = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  const silent = count.failed === 0 && (!ok || count.passed === 0)
  return silent ? { ...count, failed: 1 } : count
}

/** @param {string[]} args @param {Record<string, string>} [env] */
function node(args, env) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    // A runner that hangs must not hang the whole run.
    timeout: 40 * 60_000,
  })
  return status === 0
}

/** The path of a report, with the one of an earlier run out of the way. @param {string} name */
function fresh(name) {
  const path = join(cacheDir, name)
  rmSync(path, { force: true })
  return path
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 4273))
    })
  })
}
