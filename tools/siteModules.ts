import { resolve } from 'node:path'
import type * as Openings from '../src/app/page/openings'
import type * as Check from '../src/lessons/check'
import { withModules } from './moduleRunner.mjs'

/** What the build asks of the site itself. */
export interface SiteModules {
  readonly check: typeof Check
  readonly openings: typeof Openings
}

const known = new Map<string, Promise<SiteModules>>()

/** They read real networks, which are modules of the site: they run as `tools/run.mjs` runs them, once for each build. */
export function siteModules(root: string): Promise<SiteModules> {
  const made = known.get(root) ?? load(root)
  known.set(root, made)
  return made
}

const load = (root: string): Promise<SiteModules> =>
  withModules(root, async (runner) => ({
    check: await runner.import<typeof Check>(resolve(root, 'src/lessons/check.ts')),
    openings: await runner.import<typeof Openings>(resolve(root, 'src/app/page/openings.ts')),
  }))
