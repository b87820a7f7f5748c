/** What a picture needs only once it is there: how it becomes another one, and where a key goes from a box. */
export { passage } from './motion'
export { neighbour } from './navigate'
