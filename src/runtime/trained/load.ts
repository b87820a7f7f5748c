import type { Graph } from '../../nn/graph'
import { graphHash } from '../graphHash'
import { hashOf } from '../hashOf'
import type { WeightValues } from '../training/descent'
import type { WeightSource } from '../weights'
import { browserStore, partOf, type Store } from './cache'
import { storedWeights } from './decode'
import { download, downloadText, type Reach } from './download'
import { type Manifest, readManifest, TrainedError } from './manifest'
import type { TrainedModel } from './model'
import { unpack } from './unpack'

export interface Surroundings extends Reach {
  readonly store: Store
}

const browser: Surroundings = { fetch: (...request) => fetch(...request), store: browserStore }

/**
 * The weights that a graph was trained to. Only the description is asked for at every run; the numbers come from the
 * browser's cache when they are there, are held against their length and hash, and are fetched anew when they are
 * not what they must be. Throws a `TrainedError`, or the signal's reason.
 */
export async function loadTrained(
  model: TrainedModel,
  graph: Graph,
  signal: AbortSignal,
  onBytes: (done: number, of: number) => void = () => {},
  around: Surroundings = browser,
): Promise<WeightSource> {
  const manifest = await fetchManifest(folderOf(model), signal, around)
  if (manifest.graph !== graphHash(graph))
    throw new TrainedError(
      `The trained weights of ${manifest.title} belong to another version of the network, so they are not used.`,
    )
  const { content, name, isFresh } = await contentOf(model, manifest, signal, onBytes, around)
  const weights = storedWeights(graph, manifest, (await unpack(content, manifest)).buffer)
  if (isFresh) await around.store.put(name, content)
  return weights
}

/** Every weight of a trained graph by `<node>.<name>`, as copies: for a worker in which it learns or is looked into. */
export async function trainedWeights(...of: Parameters<typeof loadTrained>): Promise<WeightValues> {
  const source = await loadTrained(...of)
  const [, graph] = of
  return Object.fromEntries(
    graph.nodes.flatMap(({ id, weights }) =>
      Object.keys(weights).map((name) => [`${id}.${name}`, Float32Array.from(source(id, name))]),
    ),
  )
}

/** Fetches the weights of a model for later, checked as for a run. Throws a `TrainedError`, or the signal's reason. */
export async function keepTrained(
  model: TrainedModel,
  signal: AbortSignal,
  onBytes: (done: number, of: number) => void = () => {},
  around: Surroundings = browser,
): Promise<void> {
  const manifest = await fetchManifest(folderOf(model), signal, around)
  const { content, name, isFresh } = await contentOf(model, manifest, signal, onBytes, around)
  if (isFresh) await around.store.put(name, content)
  if (!(await around.store.get(name)))
    throw new TrainedError(
      `The browser has no room for the weights of ${manifest.title}, or is not allowed to keep anything.`,
    )
}

/** Takes the weights of a model out of the browser's cache. */
export async function forgetTrained(model: TrainedModel, store: Store = browserStore): Promise<void> {
  const folder = folderOf(model)
  const text = await store.get(`${folder}manifest.json`)
  if (!text) return
  const { file, sha256: hash } = readManifest(new TextDecoder().decode(text))
  await store.remove(`${folder}${file}?${hash}`)
  await store.remove(`${folder}${file}?${partOf}${hash}`)
}

const folderOf = ({ base, id }: TrainedModel) => `${base}${id}/`

/** The file of weights, from the cache or fetched, as it was published; `name` is what the cache calls it. */
async function contentOf(
  model: TrainedModel,
  manifest: Manifest,
  signal: AbortSignal,
  onBytes: (done: number, of: number) => void,
  around: Surroundings,
): Promise<{ content: Uint8Array<ArrayBuffer>; name: string; isFresh: boolean }> {
  const url = `${folderOf(model)}${manifest.file}`
  const name = `${url}?${manifest.sha256}`
  const kept = await around.store.get(name)
  if (kept && !(await fault(kept, manifest))) return { content: kept, name, isFresh: false }
  if (kept) await around.store.remove(name)
  onBytes(0, manifest.bytes)
  // What an earlier download left when it was called off or broke.
  const part = `${url}?${partOf}${manifest.sha256}`
  const begun = await around.store.get(part)
  const content = await download(
    url,
    manifest.bytes,
    signal,
    around,
    (done) => onBytes(done, manifest.bytes),
    {
      begun: begun && begun.length < manifest.bytes ? begun : undefined,
      keep: (content) => around.store.put(part, content),
    },
  )
  await around.store.remove(part)
  const wrong = await fault(content, manifest)
  if (wrong) throw new TrainedError(wrong)
  return { content, name, isFresh: true }
}

/** The newest description; without a network, the one of an earlier visit. */
async function fetchManifest(folder: string, signal: AbortSignal, around: Surroundings): Promise<Manifest> {
  const url = `${folder}manifest.json`
  let text: string
  try {
    text = await downloadText(url, signal, around)
  } catch (error) {
    const kept = signal.aborted ? undefined : await around.store.get(url)
    if (!kept) throw error
    return readManifest(new TextDecoder().decode(kept))
  }
  const manifest = readManifest(text)
  await around.store.put(url, new TextEncoder().encode(text))
  return manifest
}

async function fault(
  content: Uint8Array<ArrayBuffer>,
  { bytes, sha256: published, title }: Manifest,
): Promise<string | undefined> {
  const count = (value: number) => value.toLocaleString('en')
  if (content.length !== bytes)
    return `The trained weights of ${title} arrived with ${count(content.length)} of ${count(bytes)} bytes, so they are not used.`
  if ((await hashOf(content)) !== published)
    return `The trained weights of ${title} are not the published ones (their hash differs), so they are not used.`
  return undefined
}
