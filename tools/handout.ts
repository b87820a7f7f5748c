import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { perPage, writeRoute } from '../src/app/route/route'
import { parseArguments, UsageError } from './arguments'
import { launchOptions } from './chromium.mjs'
import { root } from './packages.mjs'
import { serve } from './serve.mjs'

export const usage = `Usage: npm run handout -- --out <file.pdf> [--order <order>] [--per 1|2|6|text] [--notes] [--answers]
  --out      the PDF to write; build the site first
  --order    course, lecture, lecture90, or slides and lessons separated by commas; all of the course if left out
  --per      slides on a page, 2 if left out; text: lessons as text, with every figure
  --notes    with what the instructor says
  --answers  with the answers to the questions, at the end`

/** Longest wait for the figures of a whole course, also on a busy machine, in milliseconds. */
const patience = 600_000

/** Writes the slides of an order as a PDF, as the page `#/handout` prints them; 1 when it cannot. Build first. */
export async function main(args: string[]): Promise<number> {
  try {
    const { name, options, flags } = parseArguments(args, ['notes', 'answers'])
    const { out, order = 'course', per = '2', ...others } = options
    if (name !== undefined || Object.keys(others).length > 0 || out === undefined) throw new UsageError(usage)
    const chosen = perPage.find((each) => String(each) === per)
    if (!chosen) throw new UsageError(`--per is ${perPage.join(', ')}, not "${per}"`)
    if (statSync(out, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`${out} is a folder; name a file in it.`)
    if (!existsSync(join(root, 'dist/index.html')))
      throw new UsageError('There is no built site; run npm run build first.')
    const route = writeRoute({
      page: 'handout',
      order,
      per: chosen,
      notes: flags.has('notes'),
      answers: flags.has('answers'),
    })
    const { pages, pdf } = await printed(route)
    writeFileSync(out, pdf)
    console.log(`Wrote ${out}: ${pages}, ${(pdf.length / 1e6).toFixed(1)} MB.`)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    return 1
  }
}

async function printed(route: string): Promise<{ pages: string; pdf: Buffer }> {
  const site = await serve(join(root, 'dist'), 0)
  const browser = await chromium.launch(launchOptions())
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(site.url + route)
    await page.locator('.handout-sheet, .handout-reading').first().waitFor({ timeout: patience })
    const problems = await page.locator('.handout-problems').allInnerTexts()
    if (problems.length > 0) throw new UsageError(problems.join(' '))
    await settled(page)
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    return { pages: `${pages} ${pages === 1 ? 'page' : 'pages'}`, pdf }
  } finally {
    await browser.close()
    await site.close()
  }
}

/** Waits until every figure is there and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.handout')!.getAttribute('data-ready') === 'true',
    undefined,
    { timeout: patience },
  )
}
