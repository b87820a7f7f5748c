import { unknown } from '../nn/unknown'

/** A hidden label has a name of its own, so that the one that takes its place comes as something new. */
export const veiledName = (id: string) => `${id} ${unknown}`
