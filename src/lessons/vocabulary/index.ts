import { Curve } from './Curve'
import { Mixed } from './Mixed'
import { Count, Shape, Sum } from './Numbers'
import { Choice, Cloze, Order, Practice, Predict } from './Questions'
import { Slip } from './SlipCard'
import { Brief, LessonTitle, Notes, Step, Unsolved, Why } from './Step'
import { Compare, Table } from './Tables'
import { Disputed, Quote, Ref, Source, Term } from './Words'

/** What the names in a lesson mean; `attributes.ts` lists the same names for the check at build time. */
export const components = {
  h1: LessonTitle,
  Step,
  Notes,
  Brief,
  Why,
  Unsolved,
  Mixed,
  Ref,
  Count,
  Shape,
  Sum,
  Quote,
  Slip,
  Source,
  Term,
  Disputed,
  Table,
  Compare,
  Curve,
  Predict,
  Choice,
  Order,
  Cloze,
  Practice,
}
