import { resolve, UnknownNetworkError } from '../src/architectures/index'
import { OptionError } from '../src/architectures/options'
import { build } from '../src/nn/build'
import { wiringOf } from '../src/nn/wiring'
import { graphHash } from '../src/runtime/graphHash'
import { parseArguments, UsageError } from './arguments'

export const usage = 'Usage: npm run -s graph -- <preset or family> [--option value …] --json'

/** Prints what a network computes, for programs in other languages; 1 when it cannot be named or built. */
export async function main(args: string[]): Promise<number> {
  try {
    const { name, options } = parseArguments(args, ['json'])
    if (name === undefined) throw new UsageError(usage)
    const { id, architecture } = resolve(name, options)
    const graph = build(architecture)
    if (graph.issues.length > 0)
      throw new UsageError(
        `${architecture.title} does not fit together: ${graph.issues[0].node}: ${graph.issues[0].message}`,
      )
    const { trainable: params, macs } = graph.totals
    console.log(
      JSON.stringify({
        id,
        title: architecture.title,
        options,
        hash: graphHash(graph),
        params,
        macs,
        ...wiringOf(graph),
      }),
    )
    return 0
  } catch (error) {
    const told = [UnknownNetworkError, OptionError, UsageError]
    if (!told.some((kind) => error instanceof kind)) throw error
    console.error((error as Error).message)
    return 1
  }
}
