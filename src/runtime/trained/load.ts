import type { Graph } from '../../nn/graph'
import { graphHash } from '../graphHash'
import { sha256 } from '../sha256'
import type { WeightSource } from '../weights'
import { browserStore, partOf, type Store } from './cache'
import { storedWeights } from './decode'
import { download, downloadText, type Reach } from './download'
import { type Manifest, readManifest, TrainedError } from './manifest'
import type { TrainedModel } from './model'

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
  const folder = `${model.base}${model.id}/`
  const manifest = await fetchManifest(folder, signal, around)
  if (manifest.graph !== graphHash(graph))
    throw new TrainedError(
      `The trained weights of ${manifest.title} belong to another version of the network, so they are not used.`,
    )
  const url = `${folder}${manifest.file}`
  const name = `${url}?${manifest.sha256}`
  const kept = await around.store.get(name)
  if (kept && !fault(kept, manifest)) return storedWeights(graph, manifest, kept.buffer)
  if (kept) await around.store.remove(name)
  onBytes(0, manifest.bytes)
  // What an earlier download left when it was called off or broke.
  const part = `${url}?${partOf}${manifest.sha256}`
  const begun = await around.store.get(part)
  const fresh = await download(url, manifest.bytes, signal, around, (done) => onBytes(done, manifest.bytes), {
    begun: begun && begun.length < manifest.bytes ? begun : undefined,
    keep: (content) => around.store.put(part, content),
  })
  await around.store.remove(part)
  const wrong = fault(fresh, manifest)
  if (wrong) throw new TrainedError(wrong)
  const weights = storedWeights(graph, manifest, fresh.buffer)
  await around.store.put(name, fresh)
  return weights
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

function fault(content: Uint8Array, { bytes, sha256: published, title }: Manifest): string | undefined {
  const count = (value: number) => value.toLocaleString('en')
  if (content.length !== bytes)
    return `The trained weights of ${title} arrived with ${count(content.length)} of ${count(bytes)} bytes, so they are not used.`
  if (sha256(content) !== published)
    return `The trained weights of ${title} are not the published ones (their hash differs), so they are not used.`
  return undefined
}
