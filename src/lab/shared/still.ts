import { createContext } from 'react'

/** Whether a lab is shown small, as decoration: it shows what it has and runs no network. */
export const Still = createContext(false)
