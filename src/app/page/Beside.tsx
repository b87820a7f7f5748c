import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { useGiven } from '../given/given'
import { DropTarget } from '../image/DropTarget'
import { UpdateNotice } from '../offline/UpdateNotice'

// Only who brings weights reads them.
const given = loadable(() => import('../given/GivenDialog').then((m) => m.GivenDialog))

/** What every page has beside what it shows: a place for images, and word of a newer version. */
export function Beside() {
  const asksForWeights = useGiven((state) => state.files !== null)
  return (
    <>
      <DropTarget />
      <UpdateNotice />
      {asksForWeights && (
        <Part
          name="Support for model files"
          of={given}
          with={{}}
          onClose={() => useGiven.setState({ files: null })}
        />
      )}
    </>
  )
}
