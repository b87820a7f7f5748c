// `npm test [-- [all] [unit|browser|e2e|checks [filter]]]`: everything that must hold, from a fresh clone. Of what is
// alike, a run tries a share that changes from day to day (`day.mjs`), and with `all` everything.
// The last line is `N passed, N failed`: each test counts as one, and so does each check.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { day } from './day.mjs'
import { freePort } from './freePort.mjs'
import { bin, cacheDir, ensurePackages, root } from './packages.mjs'

/** @typedef {{ passed: number, failed: number, share?: string }} Count */
/**
 * `aside`: it may run beside the browser tests, which leave a core idle. It writes to `out`.
 * @typedef {NodeJS.WritableStream} Out
 * @typedef {{ name: string, part: string, browser?: boolean, aside?: boolean, run: (out: Out) => Promise<Count> }} Step
 */

const parts = ['checks', 'unit', 'browser', 'e2e']
/**
 * So many of some two hundred journeys may fail once and pass when they are taken again: a machine with other work to do
 * stalls a browser now and then. Each is named, and is to be looked into; one more, and all of them count as failed.
 */
const mostRetried = 2
const words = process.argv.slice(2)
if (words[0] === 'all') {
  words.shift()
  process.env.LAYERWISE_ALL = '1'
}
const isAll = process.env.LAYERWISE_ALL === '1'
const [part, ...filter] = words

/** @type {Step[]} */
const steps = [
  check('format', 'checks', 'prettier', ['--check', '--log-level', 'warn', '.']),
  check('types', 'checks', 'typescript', ['--noEmit'], 'tsc'),
  check('lint', 'checks', 'eslint', ['.', '--max-warnings', '0']),
  { name: 'unit tests', part: 'unit', aside: true, run: (out) => vitest('node*', out) },
  { name: 'browser tests', part: 'browser', browser: true, run: (out) => vitest('browser', out) },
  { ...check('build', 'checks e2e', 'vite', ['build', '--logLevel', 'warn']), aside: false },
  { name: 'end-to-end tests', part: 'e2e', browser: true, run: playwright },
]

await main()

async function main() {
  if (words.includes('--help')) {
    console.log(`Usage: npm test [-- [all] [${parts.join('|')} [filter]]]`)
    return
  }
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
    if (count.share) summary.push(`    ${count.share}`)
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
  const possible = runnable.filter((step) => ready || !step.browser)
  /** @param {Step} step @param {Out} out */
  const take = async (step, out) => {
    const from = performance.now()
    out.write(`\n--- ${step.name}\n`)
    note(step.name, await step.run(out), from)
  }
  const [aside, others] = [possible.filter((step) => step.aside), possible.filter((step) => !step.aside)]
  const besides = others.some((step) => step.name === 'browser tests')
  const quiet = (async () => {
    // What runs beside something else is printed in one piece, when it is done.
    for (const step of aside) {
      const out = besides ? new PassThrough() : process.stdout
      const said = out instanceof PassThrough ? text(out) : undefined
      await take(step, out)
      if (said) {
        out.end()
        process.stdout.write(await said)
      }
    }
  })()
  for (const step of others) {
    if (step.name !== 'browser tests') await quiet
    await take(step, process.stdout)
  }
  await quiet

  console.log(`\n${summary.join('\n')}`)
  if (!isAll) console.log(`  The samples are those of day ${day()}: LAYERWISE_DAY=${day()} takes them again.`)
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
    aside: true,
    async run(out) {
      const ok = await node([bin(tool, command), ...args], out)
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
    },
  }
}

/** @param {'node*' | 'browser'} projects @param {Out} out */
async function vitest(projects, out) {
  const report = fresh(`vitest-${projects.replace('*', '')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = await node([bin('vitest'), 'run', '--project', projects, ...reporters, ...filter], out)
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

/** @param {Out} out */
async function playwright(out) {
  if (!existsSync(join(root, 'dist/index.html'))) {
    out.write('There is no built site to visit.\n')
    return { passed: 0, failed: 1 }
  }
  const report = fresh('e2e.json')
  const ok = await node([bin('playwright'), 'test', ...filter], out, {
    LAYERWISE_E2E_REPORT: report,
    LAYERWISE_E2E_PORT: String(await freePort()),
  })
  return counted(report, ok, ({ config, stats, suites, errors }) => {
    const again = retried(suites)
    if (again.length > 0) out.write(`Passed at the second try only: ${again.join('; ')}\n`)
    const excused = stats.flaky <= mostRetried ? stats.flaky : 0
    return {
      passed: stats.expected + excused,
      failed: stats.unexpected + stats.flaky - excused + errors.length,
      share: [config.metadata.share, again.length > 0 && `second try: ${again.join('; ')}`]
        .filter(Boolean)
        .join('\n    '),
    }
  })
}

/**
 * The journeys that failed once and then passed, of Playwright's report.
 * @param {any[]} suites @returns {string[]}
 */
function retried(suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter((/** @type {any} */ spec) =>
        spec.tests.some((/** @type {any} */ test) => test.status === 'flaky'),
      )
      .map((/** @type {any} */ spec) => `${file}:${spec.line}`),
    ...retried(inner),
  ])
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

/**
 * Whether a program of Node ended well.
 * @param {string[]} args @param {Out} out @param {Record<string, string>} [env] @returns {Promise<boolean>}
 */
function node(args, out, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      // A runner that hangs must not hang the whole run.
      timeout: (isAll ? 100 : 40) * 60_000,
    })
    child.stdout.pipe(out, { end: false })
    child.stderr.pipe(out, { end: false })
    child.on('error', () => done(false))
    child.on('close', (status) => done(status === 0))
  })
}

/** The path of a report, with the one of an earlier run out of the way. @param {string} name */
function fresh(name) {
  const path = join(cacheDir, name)
  rmSync(path, { force: true })
  return path
}
