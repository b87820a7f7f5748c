import { DropTarget } from '../image/DropTarget'
import { UpdateNotice } from '../offline/UpdateNotice'

/** What every page has beside what it shows: a place for images, and word of a newer version. */
export function Beside() {
  return (
    <>
      <DropTarget />
      <UpdateNotice />
    </>
  )
}
