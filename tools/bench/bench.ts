import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { resolve } from '../../src/architectures/index'
import { build } from '../../src/nn/build'
import { UsageError } from '../arguments'
import { root } from '../packages.mjs'
import type { Page } from 'playwright'
import { type Ask, inBrowser } from '../browser'
import { decoding } from './decoding'
import type { Bench, Contender } from './page'
import type { Held } from './held'
import { hour, type Lecture, lecture } from './hour'
import { imagesPerStep, type Trainer } from './trainers'
import { lighthouse, type Score } from './lighthouse'
import { mirrorLag } from './mirror'
import { type OpenTimes, openTimes } from './open'
import { type PictureTimes, pictureTimes } from './picture'
import { type FirstPage, firstPage } from './firstPage'
import { type FirstView, firstView, most } from './site'
import { trainingFrame } from './trainingPage'
import { firstWaits, type Wait } from './slow'
import { type Rate, webcamRates } from './webcam'

/** So many turns of so many passes for each contender. */
const rounds = 3
const passesPerRound = 10

/** A comparison: what divides what, and the most that is accepted. */
interface Row {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly ratio: number
  readonly limit: number
}

const networks = [
  ['resnet18', 'ResNet-18', 1.6],
  ['googlenet', 'GoogLeNet', 1.6],
  ['densenet121', 'DenseNet-121', 1.6],
  ['resnext50-32x4d', 'ResNeXt-50 32×4d', 2],
] as const

export const usage = `Usage: npm run bench [-- <what>]
  <network> …     only the runs of these: ${networks.map(([id]) => id).join(', ')}
  picture         only what concerns the picture
  webcam          only the rates of a webcam
  first           only what a visitor waits for: the first page, a slide, the first maps
  open <file> …   what somebody waits for who drops such files
  lighthouse      what Lighthouse thinks of four pages
  train           only how fast networks learn, and what is left for the page meanwhile
  hour [share]    what an hour of lecture, or a share of it, leaves behind
  profile <id>    where time goes; of a step of training where <id> is own or wasm`

/** What one word asks for; any other word is a network. */
const parts: readonly string[] = ['picture', 'webcam', 'first', 'open', 'lighthouse', 'train', 'hour']

/** Compares in one run, on one machine, and prints ratios. */
export async function main(args: string[]): Promise<number> {
  if (args[0] === 'profile') return profile(args[1] ?? 'googlenet')
  const stray = parts.includes(args[0])
    ? undefined
    : args.find((word) => !networks.some(([id]) => id === word))
  if (stray !== undefined) throw new UsageError(`bench does not know "${stray}".\n${usage}`)
  console.log(
    `${cpus().length} cores, ${cpus()[0].model.trim()}; batch 1, 224×224, warm, median of ${rounds} turns of ${passesPerRound} passes\n`,
  )
  if (args[0] === 'picture') {
    buildSite()
    print([...pictureRows(await pictureTimes()), mirrorRow(await mirrorLag())])
    return 0
  }
  if (args[0] === 'webcam') {
    buildSite()
    print((await webcamRates()).map(webcamRow))
    return 0
  }
  if (args[0] === 'first') {
    buildSite()
    const rows = decodingRows(await decoding())
    print([...firstPageRows(await firstPage()), ...(await firstWaits()).map(waitRow), ...rows])
    return 0
  }
  if (args[0] === 'lighthouse') {
    buildSite()
    print((await lighthouse()).map(scoreRow))
    return 0
  }
  if (args[0] === 'open') {
    buildSite()
    print((await openTimes(args.slice(1))).flatMap(openRows))
    return 0
  }
  if (args[0] === 'train') {
    const rows = await training()
    buildSite()
    print([...rows, trainingFrameRow(await trainingFrame())])
    return 0
  }
  if (args[0] === 'hour') return lectureHour(Number(args[1] ?? 1))
  const rows = await runs(args)
  if (args.length > 0) {
    print(rows)
    return 0
  }
  rows.push(...(await training()), buildTime(), ...decodingRows(await decoding()))
  buildSite()
  const view = await firstView()
  print([
    ...rows,
    ...viewRows(view),
    ...firstPageRows(await firstPage()),
    ...(await firstWaits()).map(waitRow),
    ...pictureRows(await pictureTimes()),
    mirrorRow(await mirrorLag()),
    trainingFrameRow(await trainingFrame()),
    ...(await webcamRates()).map(webcamRow),
  ])
  return 0
}

async function runs(ids: readonly string[]): Promise<Row[]> {
  return inBrowser('/tools/bench/page.html', 'bench', async (ask) => {
    console.log(`WASM with ${await ask(ready)} threads, onnxruntime-web the same\n`)
    const rows: Row[] = []
    for (const [id, title, limit] of networks.filter(([id]) => ids.length === 0 || ids.includes(id))) {
      const more: Partial<Record<string, Contender>> = { resnet18: 'hand', 'resnext50-32x4d': 'plain' }
      const contenders: readonly Contender[] = ['ours', 'onnx', 'all', ...(more[id] ? [more[id]] : [])]
      const time = await turns(ask, id, contenders)
      rows.push(row(`${title}: our run against onnxruntime-web`, time.ours, time.onnx, limit))
      rows.push(row(`${title}: keeping all activations against outputs only`, time.all, time.ours, 1.1))
      if (id === 'resnet18')
        rows.push(row(`${title}: our run against the same by hand in tfjs`, time.ours, time.hand, 1.05))
      if (more[id] === 'plain')
        rows.push(row(`${title}: our run against that with kernels of tfjs alone`, time.ours, time.plain, 1))
    }
    return rows
  })
}

/**
 * Steps of ResNet-8. The two on WASM take turns on one page; the others, which are many times slower, have pages of
 * their own and few steps.
 */
async function training(): Promise<Row[]> {
  return inBrowser('/tools/bench/page.html', 'bench', async (ask) => {
    const times = (trainers: readonly Trainer[], steps: number) =>
      ask((page) =>
        page.evaluate(
          ([names, count]) => (window as unknown as { bench: Bench }).bench.stepTimes(names, count),
          [trainers, steps] as const,
        ),
      )
    const [own, wasm] = await times(['own', 'wasm'], rounds * passesPerRound)
    const [one, two] = await ask((page) =>
      page.evaluate(
        (count) => (window as unknown as { bench: Bench }).bench.sharedStepTimes(2, count),
        rounds * passesPerRound,
      ),
    )
    const [cpu] = await times(['cpu'], rounds)
    const [webgl] = await times(['webgl'], rounds)
    const rate = (list: readonly number[]) => (1000 * imagesPerStep) / median(list)
    const perSecond = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} images/s`
    const against = (what: string, list: readonly number[], limit: number): Row => ({
      what: `training ResNet-8 (8 filters, batch ${imagesPerStep}, one thread) on WASM with kernels of our own against ${what}`,
      ours: perSecond(rate(own)),
      against: perSecond(rate(list)),
      ratio: rate(list) / rate(own),
      limit,
    })
    return [
      against('those of tfjs alone', wasm, 0.5),
      against('its CPU backend', cpu, 0.5),
      against('WebGL, in software where there is no GPU', webgl, 1),
      {
        what: `training ResNet-8 (8 filters, batch ${imagesPerStep}) in two workers that share each batch against one`,
        ours: perSecond(rate(two)),
        against: perSecond(rate(one)),
        ratio: rate(one) / rate(two),
        limit: 0.7,
      },
    ]
  })
}

function ready(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { bench: Bench }).bench.ready())
}

/**
 * Medians in milliseconds. What runs on tfjs alternates on one page; onnxruntime-web gets a page of its own, because
 * the waiting threads of one library slow the other down.
 */
async function turns(
  ask: Ask,
  id: string,
  contenders: readonly Contender[],
): Promise<Record<Contender, number>> {
  const times = new Map(contenders.map((contender) => [contender, [] as number[]]))
  const pages = [contenders.filter((name) => name !== 'onnx'), contenders.filter((name) => name === 'onnx')]
  for (let turn = 0; turn < rounds; turn++)
    for (const together of pages) {
      const passes = await ask(async (page) => {
        await ready(page)
        return page.evaluate(
          ([network, names, count]) =>
            (window as unknown as { bench: Bench }).bench.network(network, names, count),
          [id, together, passesPerRound] as const,
        )
      })
      together.forEach((name, i) => times.get(name)!.push(...passes[i]))
    }
  return Object.fromEntries([...times].map(([name, list]) => [name, median(list)])) as Record<
    Contender,
    number
  >
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`

function row(what: string, ours: number, against: number, limit: number): Row {
  return { what, ours: ms(ours), against: ms(against), ratio: ours / against, limit }
}

function buildTime(): Row {
  const { architecture } = resolve('densenet264')
  const times = Array.from({ length: 15 }, () => {
    const begin = performance.now()
    build(architecture)
    return performance.now() - begin
  }).sort((a, b) => a - b)
  const median = times[7]
  return {
    what: 'build of DenseNet-264 in Node',
    ours: ms(median),
    against: '30 ms',
    ratio: median / 30,
    limit: 1,
  }
}

function buildSite(): void {
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    cwd: root,
    // This process runs Vite for development, and a build must not inherit that.
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

function pictureRows({ layout, opening, frame }: PictureTimes): Row[] {
  const limited = (what: string, ours: number, limit: number): Row => ({
    what,
    ours: ms(ours),
    against: ms(limit),
    ratio: ours / limit,
    limit: 1,
  })
  return [
    limited('layout of DenseNet-264 with everything open, in Node', layout, 20),
    limited('"Open all" of DenseNet-121 until it is shown', opening, 200),
    limited('frame time of moving and zooming it, 95 of 100', frame, 33),
  ]
}

/** Fifty frames a second. */
function trainingFrameRow(frame: number): Row {
  const what = 'frame time of the page while a network learns in its workers, 95 of 100'
  return { what, ours: ms(frame), against: '20 ms', ratio: frame / 20, limit: 1 }
}

function mirrorRow(lag: number): Row {
  const what = 'a pan in one window of a talk until it is seen in the other, 95 of 100'
  return { what, ours: ms(lag), against: '50 ms', ratio: lag / 50, limit: 1 }
}

function webcamRow({ title, rate, least }: Rate): Row {
  const perSecond = (value: number) => `${value.toFixed(1)}/s`
  const what = `${title}: frames of a webcam with the maps of a layer; above 1 is too few`
  return { what, ours: perSecond(rate), against: perSecond(least), ratio: least / rate, limit: 1 }
}

function openRows({ file, bytes, dialog, drawn, values, blocked }: OpenTimes): Row[] {
  const limited = (what: string, ours: number, limit: number): Row => {
    const name = `${file}, ${(bytes / 1e6).toFixed(0)} MB: ${what}`
    return { what: name, ours: ms(ours), against: ms(limit), ratio: ours / limit, limit: 1 }
  }
  return [
    limited('from the drop until the dialog knows it', dialog, 500),
    limited('drawn after it is confirmed', drawn, 500),
    limited('run after it is confirmed', values, 5000),
    limited('the longest that the page does not answer', blocked, 200),
  ]
}

/** Of a hundred points of Lighthouse. */
const least = 95

function scoreRow({ page, category, points }: Score): Row {
  const what = `${category} of ${page}, by Lighthouse for a phone; above 1 is too little`
  return { what, ours: `${points}`, against: `${least}`, ratio: least / points, limit: 1 }
}

async function lectureHour(share: number): Promise<number> {
  if (!(share > 0 && share <= 1)) throw new UsageError(`The share of an hour is above 0 and at most 1.`)
  buildSite()
  const { windows, minutes } = await lecture(share, console.log)
  const { slides, passes, images, labs } = hour
  const done = [slides, passes, images, labs].map((count) => Math.floor(count * share))
  console.log(
    `\n${done[0]} slide changes, ${done[1]} forward passes, ${done[2]} images and ${done[3]} trainings, two windows, in ${minutes.toFixed(0)} minutes; the end against the first quarter\n`,
  )
  print(Object.entries(windows).flatMap(([window, held]) => heldRows(window, held)))
  return 0
}

const kinds = {
  heap: 'MB of JavaScript',
  nodes: 'nodes',
  listeners: 'listeners',
  contexts: 'canvases with a context',
  workers: 'workers',
  workerHeap: 'MB of JavaScript in workers',
  tensors: 'tensors',
} as const satisfies Record<keyof Held, string>

/** At most a tenth more than after the first quarter. */
function heldRows(window: string, [quarter, end]: Lecture['windows'][string]): Row[] {
  const said = (value: number) => (Number.isInteger(value) ? `${value}` : value.toFixed(1))
  return (Object.keys(kinds) as (keyof Held)[])
    .filter((kind) => quarter[kind] + end[kind] > 0)
    .map((kind) => ({
      what: `${window}: ${kinds[kind]}`,
      ours: said(end[kind]),
      against: said(quarter[kind]),
      ratio: end[kind] / quarter[kind],
      limit: 1.1,
    }))
}

function viewRows({ graph, tfjs, kilobytes }: FirstView): Row[] {
  return [
    {
      what: 'first graph on screen against tfjs being loaded',
      ours: ms(graph),
      against: ms(tfjs),
      ratio: graph / tfjs,
      limit: 1,
    },
    ...Object.entries(kilobytes).map(([page, size]) => ({
      what: `initial JavaScript of ${page}, gzip, without tfjs`,
      ours: `${size.toFixed(0)} kB`,
      against: `${most} kB`,
      ratio: size / most,
      limit: 1,
    })),
  ]
}

function firstPageRows({ words, picture, live, busy, requests, kilobytes }: FirstPage): Row[] {
  const limited = (what: string, ours: number, limit: number): Row => {
    return {
      what: `the first page: ${what}`,
      ours: ms(ours),
      against: ms(limit),
      ratio: ours / limit,
      limit: 1,
    }
  }
  console.log(`The first page asks for ${requests} files, ${kilobytes.toFixed(0)} kB, until it answers.\n`)
  return [
    limited('words are painted', words, 500),
    limited('its picture is painted, maps inside', picture, 500),
    limited('its picture answers', live, 1000),
    limited('main thread until it answers', busy, 700),
  ]
}

function decodingRows({ all, largest }: Awaited<ReturnType<typeof decoding>>): Row[] {
  return [
    waitRow({
      what: 'trained weights of ResNet-18 (11 million of 8 bits) made numbers, in Node',
      time: all,
      limit: 200,
    }),
    waitRow({ what: 'the largest of them, which nothing interrupts', time: largest, limit: 50 }),
  ]
}

function waitRow({ what, time, limit }: Wait): Row {
  return { what, ours: ms(time), against: ms(limit), ratio: time / limit, limit: 1 }
}

function print(rows: readonly Row[]): void {
  console.log('| what | ours | against | ratio | accepted |')
  console.log('| --- | --- | --- | --- | --- |')
  for (const row of rows) console.log(lineOf(row))
}

/** A row of the table; what could not be measured is missed. */
export function lineOf({ what, ours, against, ratio, limit }: Row): string {
  const missed = ratio <= limit ? '' : ', **missed**'
  return `| ${what} | ${ours} | ${against} | ${ratio.toFixed(2)} | ≤ ${limit.toFixed(2)}${missed} |`
}

async function profile(id: string): Promise<number> {
  const steps = await inBrowser('/tools/bench/page.html', 'bench', (ask) =>
    ask(async (page) => {
      if (id === 'own' || id === 'wasm')
        return page.evaluate(
          (trainer) =>
            (window as unknown as { bench: Bench }).bench.stepProfile(trainer === 'own' ? 'own' : 'wasm'),
          id as string,
        )
      await ready(page)
      return page.evaluate((network) => (window as unknown as { bench: Bench }).bench.profile(network), id)
    }),
  )
  console.log(`${id}: ${ms(steps.reduce((sum, [, time]) => sum + time, 0))} in ${steps.length} steps`)
  for (const [label, time] of steps.slice(0, 30)) console.log(`${ms(time).padStart(8)}  ${label}`)
  return 0
}
