import { createContext } from 'react'

/** Whether questions print their answers: on the last pages of a handout, where nobody can ask for them. */
export const AnswersContext = createContext(false)
