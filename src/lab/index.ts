import './shared/lab.css'
import { elsewhere, type Loadable } from '../ui/loadable'
import { framed, type FrameProps, type LabModule } from './shared/frame'

const modules = import.meta.glob<LabModule>('./*/*/*.lab.tsx')

/** Every lab by the name of its folder: an interactive figure of its own, fetched when something shows it. */
export const labs: Readonly<Record<string, Loadable<FrameProps>>> = Object.fromEntries(
  Object.entries(modules).map(([path, load]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.lab.tsx'.length),
    elsewhere(() => load().then(framed)),
  ]),
)
