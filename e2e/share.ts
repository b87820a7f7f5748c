import { basename } from 'node:path'
import type { FullConfig, Reporter, Suite, TestRun } from 'playwright/types/testReporter'
import { day, isToday } from '../tools/day.mjs'
import { type Often, waiting } from '../tools/turns'

/** Rare ways and subjects that component tests hold as well take turns; what is alike and many, in more days. */
const often: Often = {
  rare: new Set(
    'device embed experiments folder forced gallery gradient-flow labs learning-labs norm-labs orders own-classes second-screen talk trained-labs unreachable webcam'.split(
      ' ',
    ),
  ),
  every: { 'from-explorer': 6, opened: 5, pointer: 5, trained: 5 },
}

/** Leaves out what another day tries, says which share that is, and how it is taken again. */
export default class Share implements Reporter {
  private said = ''

  /** @param options whether journeys were asked for by file or by name, all of which are tried then */
  constructor(private readonly options: { readonly isAsked: boolean }) {}

  async preprocess({ config, suite, testRun }: { config: FullConfig; suite: Suite; testRun: TestRun }) {
    if (this.options.isAsked) return
    const all = suite.allTests().map((test) => ({
      test,
      file: basename(test.location.file, '.spec.ts'),
      line: test.location.line,
      isDaily: test.tags.includes('@daily'),
    }))
    const later = waiting(all, often, isToday)
    for (const { test } of later) testRun.exclude(test)
    if (later.length === 0) return
    this.said = `Day ${day()}: ${all.length - later.length} of ${all.length} journeys. LAYERWISE_DAY=${day()} takes them again, \`npm test -- all\` takes all.`
    // The report tells it to whoever started the run.
    config.metadata.share = this.said
  }

  onBegin(): void {
    if (this.said) console.log(this.said)
  }

  onEnd(): void {
    if (this.said) console.log(this.said)
  }

  printsToStdio(): boolean {
    return false
  }
}
