import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Pixels } from '../../../runtime/types'
import type { LabProps } from '../../shared/frame'
import { classLimits, classNames, mostImages, saidNames, unknownTo } from './names'
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

/** Drawings of the page, and whether others are on their way. */
interface Drawn {
  readonly given: readonly Shot[]
  readonly problem: string | null
  readonly isComing?: boolean
}

const startClasses = 3

const inWords = (thing: string) => thing.replaceAll('-', ' ')

/** The page's images for the classes that are named like a thing; those before until others are drawn. */
function useDrawings(
  things: readonly string[],
  names: readonly string[],
  each: number,
  held: number,
  seed: number,
): Drawn {
  const [state, setState] = useState<Drawn & { readonly of?: string }>({ given: [], problem: null })
  const all = names.join()
  const of = [...things, all, each, held, seed].join()
  useEffect(() => {
    let isOver = false
    const wanted = all.split(',').map((name) => things.find((thing) => inWords(thing) === name) ?? null)
    drawings(wanted, each, held, seed).then(
      (given) => isOver || setState({ of, given, problem: null }),
      () => isOver || setState({ of, given: [], problem: 'The drawings of the page could not be loaded.' }),
    )
    return () => {
      isOver = true
    }
  }, [things, all, each, held, seed, of])
  return { ...state, isComing: each > 0 && state.of !== of }
}

/** A name that no class has: of a thing, or a number. */
function freshName(things: readonly string[], names: readonly string[]): string {
  const numbered = Array.from({ length: classLimits.max }, (_, i) => `class ${i + 1}`)
  return [...things, ...numbered].find((name) => !names.includes(name))!
}

/** The classes, which the address has, and their images, which stay here: the page's drawings and the reader's own. */
export function useShots(
  { trunk, names: said, drawings: each, held, seed }: LabProps<typeof options>['value'],
  onChange: LabProps<typeof options>['onChange'],
): Change & {
  readonly names: readonly string[]
  readonly shots: readonly Shot[]
  readonly problem: string | null
  /** Whether drawings of the page are on their way. */
  readonly isComing: boolean
} {
  const things = unknownTo[trunk]
  const isDrawn = each > 0
  const names = useMemo(
    () =>
      classNames(
        said,
        Array.from({ length: startClasses }, (_, i) => (isDrawn ? inWords(things[i]) : `class ${i + 1}`)),
      ),
    [said, isDrawn, things],
  )
  const [own, setOwn] = useState<readonly Shot[]>([])
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set())
  const next = useRef(0)
  const { given, problem, isComing = false } = useDrawings(things, names, each, held, seed)
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
    problem,
    isComing,
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
        rename([...names, freshName(isDrawn ? things.map(inWords) : [], names)])
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
