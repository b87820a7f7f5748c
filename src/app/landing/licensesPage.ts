/** The build makes this page (`tools/licenses`). */
export const licensesPage = './licenses.html'
