import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { expect, it } from 'vitest'
import { Meeting, MeetingError, memoryFor } from './meeting'

/** The class as threads can import it. */
const { outputText } = transpileModule(readFileSync(new URL('./meeting.ts', import.meta.url), 'utf8'), {
  compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 },
})
const file = `data:text/javascript,${encodeURIComponent(outputText)}`

/** On a thread of its own: at the i-th meeting it tells i times ten to the power of its place. */
const other = (memory: SharedArrayBuffer, place: number, places: number, meetings: number): Worker =>
  new Worker(
    `const { workerData: [file, memory, place, places, meetings] } = require('node:worker_threads')
    import(file).then(({ Meeting }) => {
      const meeting = new Meeting(memory, place, places)
      for (let i = 0; i < meetings; i++) {
        meeting.own[0] = i * 10 ** place
        meeting.meet()
      }
    })`,
    {
      eval: true,
      workerData: [file, memory, place, places, meetings],
    },
  )

it('everybody reads what all have written, in the order of places, however fast each is', async () => {
  const [places, meetings] = [3, 2000]
  const memory = memoryFor(places, 4)
  const others = [1, 2].map((place) => other(memory, place, places, meetings))
  const meeting = new Meeting(memory, 0, places)
  const wrong: number[] = []
  for (let i = 0; i < meetings; i++) {
    meeting.own[0] = i
    const [own, second, third] = meeting.meet().map(([first]) => first)
    if (own !== i || second !== 10 * i || third !== 100 * i) wrong.push(i)
  }
  expect(wrong).toEqual([])
  await Promise.all(others.map((each) => each.terminate()))
})

it('nobody waits for one that has left', () => {
  const memory = memoryFor(2, 1)
  new Meeting(memory, 1, 2).leave()
  expect(() => new Meeting(memory, 0, 2).meet()).toThrow(MeetingError)
})
