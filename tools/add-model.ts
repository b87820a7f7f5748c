import { openAsBlob } from 'node:fs'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fingerprint } from '../src/app/given/fingerprint'
import { ImportError } from '../src/import/error'
import { namesOfClasses } from '../src/import/classes'
import { remarkable } from '../src/import/fit'
import { eachOnnxWeight } from '../src/import/onnx/load'
import { readOnnx } from '../src/import/onnx/readOnnx'
import { openWeights } from '../src/import/open'
import { preprocessings } from '../src/import/preprocessing'
import { recognise } from '../src/import/recognise'
import { sniff } from '../src/import/sniff'
import { fromBlob } from '../src/import/source'
import { eachWeight, type Fault, told } from '../src/import/weights'
import type { Graph } from '../src/nn/graph'
import { ownDepth } from '../src/nn/totals'
import { parseArguments, UsageError } from './arguments'
import { root } from './packages.mjs'

export const usage = `Usage: npm run -s add-model -- <file> [--weights <file>] [--name <name>] [--classes <file>] [--preprocessing <name>] [--into <folder>]
       npm run -s add-model -- --remove <name> [--into <folder>]
  <file>           .onnx, .safetensors, .pth, .pt, .npz, .h5, .keras, or manifest.json of weights of this site
  --weights        the second file, where the first needs one
  --name           what it is called in this copy
  --classes        names of its outputs: a text with one on each line, or JSON
  --preprocessing  ${preprocessings.map(({ id }) => id).join(', ')}
  --into           public/models, which the next build takes over (the default), or dist/models of a built copy
  --remove         takes a network out again, by its name here, its file or its id`

/** One line of models/added.json: what the page lists before it fetches anything. */
interface Line {
  readonly id: string
  readonly title: string
  /** The names of its files, in the folder of its id. */
  readonly files: readonly string[]
  readonly bytes: number
  readonly params: number
  readonly macs: number
  readonly depth: number
  readonly preprocessing?: string
  readonly classes?: readonly string[]
}

/** Puts a file into this copy of the site, for everybody who reads it; 1 with a sentence where it cannot be used. */
export async function main(args: string[]): Promise<number> {
  try {
    const { name: path, options } = parseArguments(args, [])
    const { weights, name, classes, preprocessing, remove, into = 'public/models', ...unknown } = options
    const [stray] = Object.keys(unknown)
    if (stray !== undefined) throw new UsageError(`add-model does not know "${stray}".\n${usage}`)
    if (remove !== undefined) {
      const { title } = await takeOut(resolve(root, into), remove)
      console.log(`${title} is no part of ${into} any more.\n${afterwards(into)}`)
      return 0
    }
    if (path === undefined) throw new UsageError(usage)
    if (preprocessing !== undefined && !preprocessings.some(({ id }) => id === preprocessing))
      throw new UsageError(`There is no preprocessing "${preprocessing}".\n${usage}`)
    const paths = weights === undefined ? [path] : [path, weights]
    const { graph, title, notes, used, faults } = await read(paths)
    const fault = told(faults)
    if (fault !== undefined) throw new ImportError(fault)
    const [outputs] = graph.node(graph.outputs[0]).shape
    const kept = used.map((i) => paths[i])
    const blobs = await Promise.all(kept.map((each) => openAsBlob(each)))
    const line: Line = {
      id: `own-${await fingerprint(blobs)}`,
      title: name ?? `${title} (${basename(path)})`,
      files: kept.map((each) => basename(each)),
      bytes: blobs.reduce((sum, { size }) => sum + size, 0),
      params: graph.totals.trainable,
      macs: graph.totals.macs,
      depth: ownDepth(graph),
      ...(preprocessing !== undefined && { preprocessing }),
      ...(classes !== undefined && { classes: namesOfClasses(await readFile(classes, 'utf8'), outputs) }),
    }
    await add(resolve(root, into), line, kept)
    for (const note of notes) console.log(note)
    console.log(
      `${line.title} is part of ${into} now (${line.bytes.toLocaleString('en')} bytes): #/n/${line.id}\n${afterwards(into)}`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ImportError)) throw error
    console.error(error.message)
    return 1
  }
}

/** What remains to be done. */
const afterwards = (into: string) =>
  into.startsWith('public')
    ? 'Build the site for others to see it.'
    : 'Who loads the page again has it as it is now.'

interface Checked {
  readonly graph: Graph
  readonly title: string
  readonly notes: readonly string[]
  /** Which of the files were needed. */
  readonly used: readonly number[]
  readonly faults: readonly Fault[]
}

/** Reads everything that the page would read, so that nobody meets a broken file there. */
async function read(paths: readonly string[]): Promise<Checked> {
  const sources = await Promise.all(paths.map(async (path) => fromBlob(await opened(path), basename(path))))
  const nothing = () => {}
  if ((await sniff(sources[0])) === 'onnx') {
    const network = await readOnnx(sources[0], sources.slice(1))
    const { preset, graph, notes, beside } = network
    return {
      graph,
      title: preset ? (preset.entry.preset ?? preset.entry.family).title : graph.architecture.title,
      notes,
      used: sources.flatMap((source, i) => (i === 0 || beside.includes(source) ? [i] : [])),
      faults: graph.issues.length > 0 ? [] : await eachOnnxWeight(network, nothing),
    }
  }
  const file = await openWeights(sources)
  const recognised = recognise(file)
  const lacking = remarkable(recognised.fit).map(
    ({ name, state, reason }) => `${name} is ${state}: ${reason}`,
  )
  return {
    graph: recognised.graph,
    title: recognised.resolved.architecture.title,
    notes: [...recognised.notes, ...lacking],
    used: sources.map((_, i) => i),
    faults: await eachWeight(recognised, nothing),
  }
}

async function opened(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path)
  } catch {
    throw new UsageError(`${path} cannot be read.`)
  }
}

/** Copies the files and writes the line; the same file again takes the place of itself. */
async function add(folder: string, line: Line, paths: readonly string[]): Promise<void> {
  const before = await listed(folder)
  await mkdir(join(folder, 'added', line.id), { recursive: true })
  for (const path of paths) await copyFile(path, join(folder, 'added', line.id, basename(path)))
  await list(folder, [...before.filter(({ id }) => id !== line.id), line])
}

/** Deletes the files of a network and its line. */
async function takeOut(folder: string, called: string): Promise<Line> {
  const before = await listed(folder)
  const found = before.filter(({ id, title, files }) => [id, title, ...files].includes(called))
  if (found.length !== 1) {
    const there = before.map(({ id, title, files }) => `${title} (${files.join(', ')}, ${id})`)
    throw new UsageError(
      `${found.length === 0 ? 'No network' : 'More than one network'} of this copy is called ${called}. ` +
        (there.length === 0 ? 'None was added.' : `Added are: ${there.join('; ')}.`),
    )
  }
  const [line] = found
  await list(
    folder,
    before.filter(({ id }) => id !== line.id),
  )
  // A list that was written by hand may name any folder.
  if (/^own-[0-9a-f]{16}$/.test(line.id))
    await rm(join(folder, 'added', line.id), { recursive: true, force: true })
  return line
}

const listed = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'added.json'), 'utf8').catch(() => '[]')) as readonly Line[]

const list = (folder: string, lines: readonly Line[]) =>
  writeFile(join(folder, 'added.json'), `${JSON.stringify(lines, null, 2)}\n`)
