/** An experiment: what its page says around the lab. The other labs take their words from the slide that shows them. */
export interface LabAbout {
  readonly title: string
  /** What one can do afterwards, as it follows "You learn to". */
  readonly goal: string
  /** What to look for, a sentence or two each. */
  readonly look: readonly string[]
  /** A question that the lab answers to whoever works with it; that of a slide stands on the slide. */
  readonly question?: { readonly ask: string; readonly answers: readonly LabAnswer[] }
  /** Where it stands among the experiments, the smallest first. */
  readonly place: number
}

export interface LabAnswer {
  readonly text: string
  readonly right?: true
  /** Said to somebody who chose it. */
  readonly why: string
}

const modules = import.meta.glob<{ readonly about: LabAbout }>('./*/*/about.ts', { eager: true })

/** The experiments by the name of their folder, in the order in which they are offered. */
export const experiments: Readonly<Record<string, LabAbout>> = Object.fromEntries(
  Object.entries(modules)
    .map(([path, { about }]) => [path.split('/')[2], about] as const)
    .sort(([, a], [, b]) => a.place - b.place),
)
