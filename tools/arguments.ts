/** A command line that cannot be read, with the sentence that says why. */
export class UsageError extends Error {}

export interface Arguments {
  /** The first word that is not an option. */
  readonly name?: string
  /** `--option value` and `--option=value`. */
  readonly options: Readonly<Record<string, string>>
  /** Of the words in `known`, those that were given as `--word`. */
  readonly flags: ReadonlySet<string>
}

/** Reads a command line; words in `known` take no value. */
export function parseArguments(args: readonly string[], known: readonly string[]): Arguments {
  const options: Record<string, string> = {}
  const flags = new Set<string>()
  let name: string | undefined
  for (let i = 0; i < args.length; i++) {
    const match = /^--([^=]+)(?:=(.*))?$/.exec(args[i])
    if (!match) {
      if (name !== undefined) throw new UsageError(`"${args[i]}" is one name too many; options begin with --`)
      name = args[i]
      continue
    }
    const [, word, value] = match
    if (known.includes(word)) flags.add(word)
    else if (value !== undefined) options[word] = value
    else if (args[i + 1] === undefined || args[i + 1].startsWith('--'))
      throw new UsageError(`option "${word}" needs a value`)
    else options[word] = args[++i]
  }
  return { ...(name !== undefined && { name }), options, flags }
}
