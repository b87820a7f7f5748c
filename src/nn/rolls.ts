import type { Graph, Group, GroupId } from './graph'
import { sameShape } from './shape'

/** Blocks that follow each other and are built alike on tensors of one shape. */
export interface Roll {
  /** Names the first and the last, such as `conv4_x/block2..block36`. */
  readonly id: string
  readonly parent: GroupId
  readonly members: readonly GroupId[]
}

/** Fewer alike are shown one by one. */
const fewest = 3

const known = new WeakMap<
  Graph,
  { readonly byId: ReadonlyMap<string, Roll>; readonly byMember: ReadonlyMap<GroupId, Roll> }
>()

/** The roll of an id; undefined where none has it. */
export function rollWith(graph: Graph, id: string): Roll | undefined {
  return rollsIn(graph).byId.get(id)
}

/** The roll that a group belongs to. */
export function rollOf(graph: Graph, member: GroupId): Roll | undefined {
  return rollsIn(graph).byMember.get(member)
}

export function rollsOf(graph: Graph): readonly Roll[] {
  return [...rollsIn(graph).byId.values()]
}

/** The first member that the id of a roll names; any other id as it is. */
export function firstOfRoll(id: string): GroupId {
  const end = id.lastIndexOf('..')
  return end < 0 ? id : id.slice(0, end)
}

/** A roll is one box until it is opened, or one of its members is. */
export function isRolled(roll: Roll, expanded: ReadonlySet<string>): boolean {
  return !expanded.has(roll.id) && !roll.members.some((member) => expanded.has(member))
}

function rollsIn(graph: Graph) {
  const found = known.get(graph)
  if (found) return found
  const byId = new Map<string, Roll>()
  const byMember = new Map<GroupId, Roll>()
  for (const group of graph.groups) {
    const blocks = group.children.flatMap((id) => (graph.has(id) === 'group' ? graph.group(id) : []))
    let run: Group[] = []
    const close = () => {
      if (run.length >= fewest) {
        const [first, last] = [run[0], run[run.length - 1]]
        const members = run.map((block) => block.id)
        const roll: Roll = { id: `${first.id}..${last.name}`, parent: group.id, members }
        byId.set(roll.id, roll)
        for (const member of members) byMember.set(member, roll)
      }
      run = []
    }
    for (const block of blocks) {
      if (block.level !== 'block') {
        close()
        continue
      }
      if (run.length > 0 && !follows(graph, run[run.length - 1], block)) close()
      run.push(block)
    }
    close()
  }
  const rolls = { byId, byMember }
  known.set(graph, rolls)
  return rolls
}

/** Whether a block reads what the one before gives, and is built as it is on a tensor of the same shape. */
function follows(graph: Graph, before: Group, block: Group): boolean {
  return (
    block.input === before.output &&
    block.signature === before.signature &&
    sameShape(block.shape, before.shape) &&
    sameShape(graph.node(block.input).shape, graph.node(before.input).shape)
  )
}
