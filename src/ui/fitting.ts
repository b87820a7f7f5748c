import * as v from 'valibot'

/** What fits of a record: wrong entries are left out, and the others kept. */
export function fittingRecord<const S extends v.GenericSchema>(entry: S) {
  return v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((all) => fittingEntries(entry, all)),
  )
}

/** The entries of a record that fit, as the schema gives them. */
export function fittingEntries<const S extends v.GenericSchema>(
  entry: S,
  all: Readonly<Record<string, unknown>>,
): Record<string, v.InferOutput<S>> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => fitting(entry, [value]).map((read) => [name, read])),
  )
}

/** The values of a list that fit, as the schema gives them. */
export function fitting<const S extends v.GenericSchema>(
  entry: S,
  all: readonly unknown[],
): v.InferOutput<S>[] {
  return all.flatMap((value) => {
    const read = v.safeParse(entry, value)
    return read.success ? [read.output] : []
  })
}
