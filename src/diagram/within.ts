import { createContext } from 'react'

/** Whether pictures here are whole within their place, as in a frame of another page: nothing goes on beyond an edge. */
export const Within = createContext(false)
