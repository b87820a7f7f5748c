import { expect, it } from 'vitest'

/** Files that fetch a part by themselves, and why no talk has to. */
const apart: Readonly<Record<string, string>> = {
  'app/App.tsx': 'pages of their own, and the course, which the talk is a part of',
  'app/main.tsx': 'what keeps files comes with every page, after it has been drawn',
  'app/offline/register.ts': 'it is asked for by main.tsx',
  'app/page/otherPages.ts': 'pages of their own',
  'app/given/own.ts': 'a network that the address names, which is not there without being fetched either',
  'app/given/open.ts': 'a network of the reader’s own, which ends the talk',
  'import/keras.ts': 'the same',
  'app/run/session.ts': 'the engine, which app/course/ahead.ts starts',
  'runtime/worker.ts': 'runtime/training/begin.ts fetches them in a worker',
  'runtime/backends.ts': 'a backend comes with the worker that it is chosen in',
}

/** Whether a file of the page asks for another, `at` a place in it, in a way that a talk knows of. */
const isKnown = (text: string, at: number): boolean =>
  /\b(later|loadable|elsewhere)(<[^()]*>)?\(\s*(async )?\(\) =>[^;{}]{0,120}$/.test(text.slice(0, at))

it('whatever fetches a part of a talk says so, so that it can be fetched ahead', () => {
  const files = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.{test,fixture,d}.{ts,tsx}'], {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const texts = Object.entries(files).map(([path, text]) => ({
    path: new URL(path, 'file:///src/app/course/').pathname.slice('/src/'.length),
    text,
  }))
  const asked = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<!typeof )\bimport\('([^']+)'\)/g)].map(({ 1: what, index }) => ({
      path,
      part: what.startsWith('.') ? new URL(what, `file:///${path}`).pathname : what,
      isKnown: isKnown(text, index),
    })),
  )
  expect(asked.length).toBeGreaterThan(50)
  const known = new Set(asked.filter((each) => each.isKnown).map(({ part }) => part))
  const wrong = asked.filter(({ path, part }) => !known.has(part) && !(path in apart))
  expect(wrong.map(({ path, part }) => `${path} fetches ${part}`)).toEqual([])
})
