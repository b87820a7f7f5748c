import './shared/lab.css'
import type { ComponentType } from 'react'
import { type Loadable, loadable } from '../ui/loadable'

/** What a slide tells the lab that it shows. */
export interface LabProps {
  readonly with: Readonly<Record<string, unknown>>
}

const modules = import.meta.glob<ComponentType<LabProps>>('./*/*/*.lab.tsx', { import: 'Lab' })

/** Every lab by the name of its file: an interactive figure of its own, fetched when a slide shows it. */
export const labs: Readonly<Record<string, Loadable<LabProps>>> = Object.fromEntries(
  Object.entries(modules).map(([path, load]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.lab.tsx'.length),
    loadable(load),
  ]),
)
