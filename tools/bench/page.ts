import * as core from '@tensorflow/tfjs-core'
import { resolve } from '../../src/architectures/index'
import { writeOnnx } from '../../src/export/onnx/writeOnnx'
import { build } from '../../src/nn/build'
import type { Graph } from '../../src/nn/graph'
import { execute, upload } from '../../src/runtime/execute'
import { plan } from '../../src/runtime/plan'
import { fillNormal, hash } from '../../src/runtime/random'
import { registerOwnKernels, unregisterOwnKernels } from '../../src/runtime/simd/register'
import * as tf from '../../src/runtime/tf'
import { startWasm } from '../../src/runtime/wasm'
import { seededWeights } from '../../src/runtime/weights'
import { resnet18ByHand } from './byHand'
import { sharedStepTimes, stepProfile, stepTimes } from './learning'

/** One forward pass, from the input on the device to the output in hand. */
type Pass = () => Promise<void>

/** Our run of the outputs only, the same with kernels of tfjs alone, our run that keeps everything, tfjs by hand, onnxruntime-web. */
export type Contender = 'ours' | 'plain' | 'all' | 'hand' | 'onnx'

/** What the page offers to the program that drives it. */
export interface Bench {
  ready(): Promise<number>
  network(id: string, contenders: readonly Contender[], passes: number): Promise<number[][]>
  profile(id: string): Promise<readonly (readonly [label: string, milliseconds: number])[]>
  stepTimes: typeof stepTimes
  sharedStepTimes: typeof sharedStepTimes
  stepProfile: typeof stepProfile
}

const seed = 1

/** Milliseconds of each contender's passes, which alternate, so that a busy moment hits all alike. */
async function timed(passes: readonly Pass[], count: number): Promise<number[][]> {
  for (const pass of passes) for (let i = 0; i < 3; i++) await pass()
  const times = passes.map((): number[] => [])
  for (let i = 0; i < count; i++)
    for (const turn of passes.keys()) {
      // Each goes first as often as the others.
      const p = (turn + i) % passes.length
      const start = performance.now()
      await passes[p]()
      times[p].push(performance.now() - start)
    }
  return times
}

function imageOf(graph: Graph): Float32Array {
  const [height, width, channels] = graph.architecture.input
  return fillNormal(new Float32Array(height * width * channels), 1, hash('image', seed))
}

async function ready(): Promise<number> {
  const threads = await startWasm()
  await core.ready()
  return threads
}

async function ours(graph: Graph, keep: 'all' | 'outputs'): Promise<Pass> {
  const steps = plan(graph, keep === 'all' ? 'all' : new Set())
  const prepared = await upload(tf, graph, steps, seededWeights(graph, seed))
  const input = tf.tensor(imageOf(graph), [1, ...graph.architecture.input])
  const outputs = new Set(graph.outputs)
  const pass: Pass = async () => {
    const values = await execute(tf, prepared, input, (id) => keep === 'all' || outputs.has(id))
    await values.get(graph.outputs[0])!.data()
    for (const [id, tensor] of values) if (id !== graph.input) tensor.dispose()
  }
  return pass
}

/** A pass begins while none is under way. */
async function withoutOwnKernels(graph: Graph): Promise<Pass> {
  const pass = await ours(graph, 'outputs')
  return async () => {
    unregisterOwnKernels()
    try {
      await pass()
    } finally {
      registerOwnKernels()
    }
  }
}

async function byHand(graph: Graph): Promise<Pass> {
  const input = tf.tensor(imageOf(graph), [1, ...graph.architecture.input])
  const network = resnet18ByHand(core)
  const pass: Pass = async () => {
    const output = core.tidy(() => network.forward(input as core.Tensor4D))
    await output.data()
    output.dispose()
  }
  return pass
}

async function onnx(graph: Graph): Promise<Pass> {
  const ort = await import('onnxruntime-web/wasm')
  ort.env.wasm.wasmPaths = '/node_modules/onnxruntime-web/dist/'
  ort.env.wasm.numThreads = navigator.hardwareConcurrency
  const session = await ort.InferenceSession.create(writeOnnx(graph, seededWeights(graph, seed)), {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  })
  const [height, width, channels] = graph.architecture.input
  const input = new ort.Tensor('float32', imageOf(graph), [1, channels, height, width])
  const pass: Pass = async () => {
    await session.run({ [session.inputNames[0]]: input })
  }
  return pass
}

/** Contenders on one network; the page is closed after them, with the threads that wait for more work. */
async function network(id: string, contenders: readonly Contender[], passes: number): Promise<number[][]> {
  const graph = build(resolve(id).architecture)
  const makers: Record<Contender, () => Promise<Pass>> = {
    ours: () => ours(graph, 'outputs'),
    plain: () => withoutOwnKernels(graph),
    all: () => ours(graph, 'all'),
    hand: () => byHand(graph),
    onnx: () => onnx(graph),
  }
  const made: Pass[] = []
  for (const contender of contenders) made.push(await makers[contender]())
  return timed(made, passes)
}

/** Where the time of one network goes: the slowest steps, in milliseconds, the best of a few passes. */
async function profile(id: string): Promise<readonly (readonly [label: string, milliseconds: number])[]> {
  const graph = build(resolve(id).architecture)
  const prepared = await upload(tf, graph, plan(graph, new Set()), seededWeights(graph, seed))
  const input = tf.tensor(imageOf(graph), [1, ...graph.architecture.input])
  const best = new Map<string, number>()
  for (let i = 0; i < 6; i++) {
    let last = performance.now()
    const values = await execute(
      tf,
      prepared,
      input,
      (node) => graph.outputs.includes(node),
      (_, node) => {
        const now = performance.now()
        best.set(node, Math.min(best.get(node) ?? Infinity, now - last))
        last = now
      },
    )
    values.forEach((tensor) => tensor.dispose())
  }
  prepared.dispose()
  input.dispose()
  return [...best].sort((a, b) => b[1] - a[1])
}

const bench: Bench = { ready, network, profile, stepTimes, sharedStepTimes, stepProfile }
Object.assign(window, { bench })
