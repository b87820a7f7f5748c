// What of public/models and public/runs the page must know before it asks for a file: two modules made while the site
// is built, so that a new model or run needs no line of code.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { root } from './packages.mjs'

const models = 'virtual:models'
const runs = 'virtual:runs'

/**
 * One line for each model: which network it belongs to, and what must be in sight beside its predictions. Everything
 * else is in its manifest.
 * @param {string} folder
 */
export function modelsIn(folder) {
  return filesIn(folder, (name) => join(name, 'manifest.json')).map((path) => {
    const { id, network, options, title, data, classes, testError, tensors, bytes } = JSON.parse(
      readFileSync(path, 'utf8'),
    )
    const kernel = tensors.find((/** @type {{ shape: number[] }} */ { shape }) => shape.length > 1)
    const values = tensors.reduce(
      (/** @type {number} */ sum, /** @type {{ shape: number[] }} */ { shape }) =>
        sum + shape.reduce((product, side) => product * side, 1),
      0,
    )
    return {
      id,
      network,
      options,
      title,
      data: data ?? 'cifar10',
      classes,
      testError,
      values,
      bytes,
      kernels: kernel?.type,
      looks: readdirSync(dirname(path)).flatMap((name) => /^look-(.+)\.json$/.exec(name)?.[1] ?? []),
    }
  })
}

const result = v.looseObject({ way: v.string(), each: v.number(), seed: v.number(), error: v.number() })

/** What the page reads of every recorded file; the rest of a file is for whoever repeats the run. */
const recorded = v.union(
  [
    v.looseObject({
      run: v.looseObject({
        name: v.string(),
        network: v.string(),
        recipe: v.looseObject({ epochs: v.number(), rate: v.number(), seed: v.number() }),
        options: v.record(v.string(), v.unknown()),
      }),
      title: v.string(),
      date: v.string(),
      params: v.number(),
      macs: v.number(),
      trainImages: v.number(),
      testImages: v.number(),
      diverged: v.boolean(),
      epochs: v.array(v.looseObject({ epoch: v.number() })),
      final: v.looseObject({ train: v.looseObject({}), test: v.looseObject({}) }),
    }),
    v.looseObject({
      title: v.string(),
      date: v.string(),
      testImages: v.number(),
      ways: v.array(v.looseObject({ name: v.string() })),
      results: v.array(result),
    }),
    v.looseObject({
      title: v.string(),
      date: v.string(),
      testImages: v.number(),
      points: v.array(v.looseObject({ factor: v.number(), kept: v.number(), anew: v.number() })),
    }),
    v.looseObject({
      network: v.string(),
      title: v.string(),
      date: v.string(),
      testImages: v.number(),
      error: v.number(),
      deletions: v.array(v.looseObject({ block: v.string(), error: v.number() })),
      someImages: v.number(),
      subsets: v.array(v.looseObject({ deleted: v.number(), errors: v.array(v.number()) })),
    }),
  ],
  'neither a training, nor a report of many, nor a measurement in other light or without blocks',
)

/**
 * A file of public/runs; throws with its name where it is none that the page can show.
 * @param {string} path
 */
export function readRecorded(path) {
  const read = v.safeParse(recorded, JSON.parse(readFileSync(path, 'utf8')))
  if (read.success) return read.output
  const [issue] = read.issues
  const at = v.getDotPath(issue)
  throw new Error(`${path}: ${at ? `${at}: ` : ''}${issue.message}`)
}

/**
 * Every recorded file, whole: trainings of one network on small images (runs) and on photographs of full size; and many short trainings in one report, with a trunk that they
 * begin from (transfers) or by the amount of data alone; and one network in other light than it was trained in (shifts), or
 * without some of its blocks (deletions).
 * @param {string} folder
 */
export function runsIn(folder) {
  const files = /** @type {any[]} */ (filesIn(folder, (name) => name).map(readRecorded))
  const reports = files.filter((file) => 'results' in file)
  const trainings = files.filter((file) => 'run' in file)
  const isFullSize = (/** @type {{ run: { data?: string } }} */ { run }) => run.data === 'imagenette'
  return {
    runs: trainings.filter((file) => !isFullSize(file)),
    fullSize: trainings.filter(isFullSize),
    transfers: reports.filter((file) => 'trunk' in file),
    amounts: reports.filter((file) => !('trunk' in file)),
    shifts: files.filter((file) => 'points' in file),
    deletions: files.filter((file) => 'deletions' in file),
  }
}

/**
 * @param {string} folder
 * @param {(name: string) => string} file where in the folder the JSON of an entry lies
 */
function filesIn(folder, file) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, file(name)))
    .filter((path) => path.endsWith('.json') && existsSync(path))
}

/** @returns {import('vite').Plugin} */
export function zoo() {
  return {
    name: 'layerwise:zoo',
    resolveId: (id) => (id === models || id === runs ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${models}`)
        return `export const models = ${JSON.stringify(modelsIn(join(root, 'public', 'models')))}`
      if (id !== `\0${runs}`) return undefined
      return Object.entries(runsIn(join(root, 'public', 'runs')))
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
        .join('\n')
    },
  }
}
