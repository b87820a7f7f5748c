import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a hand does, as both protocols write it: https://www.w3.org/TR/webdriver2/#actions. */
export type Source =
  | {
      readonly type: 'key'
      readonly id: string
      readonly actions: readonly { readonly type: 'keyDown' | 'keyUp'; readonly value: string }[]
    }
  | {
      readonly type: 'pointer'
      readonly id: string
      readonly actions: readonly (
        | { readonly type: 'pointerMove'; readonly x: number; readonly y: number; readonly duration: number }
        | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: number }
      )[]
    }

/** A window of a running browser. */
export interface Tab {
  /** Resolves when the page has loaded. */
  open(url: string): Promise<void>
  reload(): Promise<void>
  /** The value of an expression in the page, as JSON carries it. */
  evaluate(expression: string): Promise<unknown>
  /** Moves keyboard and mouse; `hands.ts` has what a reader does with them. */
  act(sources: readonly Source[]): Promise<void>
}

/** A running browser with a profile of its own; it is its first window, too. */
export interface Browser extends Tab {
  /** The windows that the pages have opened. */
  others(): Promise<readonly Tab[]>
  close(): Promise<void>
}

export interface Kind {
  readonly title: string
  /** Starts one with an empty profile; throws a `MissingError` where it is not installed. */
  launch(): Promise<Browser>
}

/** A program that the tests need is not on this machine; the message says which package has it. */
export class MissingError extends Error {}

/** The first of some programs that is on the path. */
export function program(names: readonly string[], title: string, debianPackage: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
  if (!found) throw missing(title, debianPackage)
  return found
}

export function missing(title: string, debianPackage: string): MissingError {
  return new MissingError(
    `${title} is not installed; Debian has it in the package ${debianPackage}: sudo apt-get install ${debianPackage}`,
  )
}

/** Milliseconds: more than a start or a picture takes, even on a busy machine; what takes longer is stuck. */
export const patience = 120_000

/** What a browser was asked for, or an error that says what it did not answer in time. */
export async function inTime<T>(what: string, answer: Promise<T>, milliseconds = patience): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => {
    const words = `${what}: no answer within ${milliseconds / 1000} s`
    timer = setTimeout(() => fail(new Error(words)), milliseconds)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
