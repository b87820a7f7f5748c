import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'

// The picture does not wait for what is hardly ever said of it.
const noticeList = loadable(() => import('./NoticeList').then((m) => m.NoticeList))

/** What could not be done and what has changed by itself, over the graph. */
export function Notices() {
  return <Part name="Notices" of={noticeList} with={{}} />
}
