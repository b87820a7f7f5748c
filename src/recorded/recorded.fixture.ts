import type * as virtual from 'virtual:runs'
import { runsIn } from '../../tools/zoo.mjs'

const all = runsIn('public/runs') as unknown as typeof virtual

/** Every recorded run at once, as the page has it when the file has come. */
export function useRecorded(): { readonly all: typeof virtual } {
  return { all }
}
