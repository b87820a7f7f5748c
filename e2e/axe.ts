import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious, as readable lines. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated from outside, where the page's own policy against foreign scripts does not reach.
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        // A size is written 3×3 and said 3 by 3; axe compares letter by letter.
        .filter(({ html }) => id !== 'label-content-name-mismatch' || !/aria-label="[^"]*\d by \d/.test(html))
        .map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary})`),
    )
}
