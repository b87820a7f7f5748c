import { useCallback, useMemo, useRef, useState } from 'react'
import type { Pixels } from '../../../runtime/types'
import { shapes } from '../../shared/drawings/drawings'
import type { LabProps } from '../../shared/frame'
import { classLimits, classNames, mostImages, saidNames } from './names'
import type { options } from './options'
import { drawings, type Shot } from './shots'

/** How classes and images change. */
export interface Change {
  /** False where a class holds no more. */
  readonly add: (label: number, pixels: Pixels) => boolean
  readonly drop: (id: string) => void
  readonly rename: (label: number, name: string) => void
  readonly addClass: () => void
  readonly removeClass: (label: number) => void
}

const startClasses = 3

/** The classes, which the address has, and their images, which stay here: the page's drawings and the reader's own. */
export function useShots(
  { names: said, drawings: each, seed }: LabProps<typeof options>['value'],
  onChange: LabProps<typeof options>['onChange'],
): Change & { readonly names: readonly string[]; readonly shots: readonly Shot[] } {
  const names = useMemo(
    () =>
      classNames(
        said,
        Array.from({ length: startClasses }, (_, i) => (each > 0 ? shapes[i].name : `class ${i + 1}`)),
      ),
    [said, each],
  )
  const [own, setOwn] = useState<readonly Shot[]>([])
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set())
  const next = useRef(0)
  const given = useMemo(() => drawings(names.length, each, seed), [names.length, each, seed])
  const shots = useMemo(
    () =>
      [...given, ...own]
        .filter(({ id, label }) => !dropped.has(id) && label < names.length)
        .sort((a, b) => a.label - b.label),
    [given, own, dropped, names.length],
  )
  const full = useRef(shots)
  full.current = shots
  const rename = (all: readonly string[]) => onChange({ names: saidNames(all) })
  return {
    names,
    shots,
    add: useCallback((label, pixels) => {
      if (full.current.filter((shot) => shot.label === label).length >= mostImages) return false
      setOwn((all) => [...all, { id: `own ${next.current++}`, label, pixels }])
      return true
    }, []),
    drop: (id) => {
      setOwn((all) => all.filter((shot) => shot.id !== id))
      setDropped((all) => new Set([...all, id]))
    },
    rename: (label, name) => rename(names.map((each, i) => (i === label ? name : each))),
    addClass: () => {
      if (names.length < classLimits.max)
        rename([...names, each > 0 ? shapes[names.length].name : `class ${names.length + 1}`])
    },
    removeClass: (label) => {
      setOwn((all) =>
        all
          .filter((shot) => shot.label !== label)
          .map((shot) => (shot.label > label ? { ...shot, label: shot.label - 1 } : shot)),
      )
      rename(names.filter((_, i) => i !== label))
    },
  }
}
