import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { knownChromium } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** Not a package of this project: with all that it needs it is larger than the others together. */
const version = 'lighthouse@12.8.2'

const pages = {
  'the first page': '#/',
  'a lesson': '#/course/mixed-kernels',
  'a network': '#/n/googlenet',
  'a lab': '#/lab/bigger',
} as const

const categories = ['performance', 'accessibility', 'best-practices'] as const

export interface Score {
  readonly page: string
  readonly category: string
  /** Of 100. */
  readonly points: number
}

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number; readonly auditRefs: readonly { id: string; weight: number }[] }>
  >
  readonly audits: Readonly<Record<string, { score: number | null; title: string; displayValue?: string }>>
}

/** A single visit varies by some ten points with what else the machine does; of an odd number one is in the middle. */
const visits = 3

/**
 * What Lighthouse thinks of the built site on a phone: a processor four times slower and a slow 4G, by its simulation. Of
 * several visits to a page the one with the median of the performance counts. What costs points there is printed.
 */
export async function lighthouse(): Promise<readonly Score[]> {
  const server = await serve(join(root, 'dist'), 0)
  const scores: Score[] = []
  try {
    for (const [page, hash] of Object.entries(pages)) {
      const reports: Report[] = []
      for (let i = 0; i < visits; i++) reports.push(await asked(server.url + hash))
      const report = middle(reports)
      for (const category of categories) {
        const { score, auditRefs } = report.categories[category]
        scores.push({ page, category, points: Math.round(100 * score) })
        for (const { id, weight } of auditRefs) {
          const { score: own, title, displayValue = '' } = report.audits[id]
          if (weight > 0 && own !== null && own < 0.9)
            console.log(`${page}: ${title} ${displayValue} (${own}, weight ${weight})`)
        }
      }
    }
    return scores
  } finally {
    await server.close()
  }
}

const middle = (reports: readonly Report[]): Report =>
  reports.toSorted((a, b) => a.categories.performance.score - b.categories.performance.score)[
    Math.floor(reports.length / 2)
  ]

/** Its own advice where a page's trace was lost is to ask again. */
const asked = (url: string): Promise<Report> => reportOf(url).catch(() => reportOf(url))

async function reportOf(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      version,
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    {
      maxBuffer: 2 ** 28,
      env: { ...process.env, CHROME_PATH: knownChromium() ?? chromium.executablePath() },
    },
  )
  return JSON.parse(stdout) as Report
}
