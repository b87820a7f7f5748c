import { statSync, writeFileSync } from 'node:fs'
import { resolve, UnknownNetworkError } from '../src/architectures/index'
import { OptionError } from '../src/architectures/options'
import { encodeModel } from '../src/export/onnx/proto'
import { OnnxError, toModel } from '../src/export/onnx/writeOnnx'
import { build } from '../src/nn/build'
import { formatShape } from '../src/nn/shape'
import { seededWeights } from '../src/runtime/weights'
import { parseArguments, UsageError } from './arguments'

export const usage =
  'Usage: npm run -s onnx -- <preset or family> [--option value …] [--seed 1] --out <file.onnx> [--all-outputs]'

/** Writes a network with seeded weights as ONNX; 1 when it cannot be named, built or written. */
export async function main(args: string[]): Promise<number> {
  try {
    const { name, options, flags } = parseArguments(args, ['all-outputs'])
    const { seed = '1', out, ...given } = options
    if (name === undefined) throw new UsageError(usage)
    const { id, architecture } = resolve(name, given)
    if (!/^\d{1,9}$/.test(seed)) throw new UsageError(`option "seed" takes a whole number, not ${seed}`)
    if (out === undefined) throw new UsageError(`say where to write it: --out ${id}.onnx`)
    refuseFolder(out)

    const graph = build(architecture)
    const said = Object.entries(given).map(([option, value]) => `--${option} ${value}`)
    const model = toModel(graph, seededWeights(graph, Number(seed)), {
      outputs: flags.has('all-outputs') ? 'all' : 'main',
      about: `${architecture.title}: ${[id, ...said, `--seed ${seed}`].join(' ')}`,
    })
    const bytes = encodeModel(model)
    save(out, bytes)
    const count = (n: number) => n.toLocaleString('en')
    console.log(
      `Wrote ${architecture.title}, input ${formatShape(architecture.input)}, to ${out}: ` +
        `${count(model.graph.node.length)} nodes, ${count(bytes.length)} bytes.`,
    )
    return 0
  } catch (error) {
    const told = [UnknownNetworkError, OptionError, UsageError, OnnxError]
    if (!told.some((kind) => error instanceof kind)) throw error
    console.error((error as Error).message)
    return 1
  }
}

/** Before the work, not after it. */
function refuseFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(
      `${path} is a folder; name a file in it, such as ${path.replace(/\/$/, '')}/net.onnx`,
    )
}

function save(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason =
      { ENOENT: 'there is no such folder', EACCES: 'permission denied', ENOSPC: 'the disk is full' }[
        code ?? ''
      ] ?? (error as Error).message
    throw new UsageError(`${path} cannot be written: ${reason}`)
  }
}
