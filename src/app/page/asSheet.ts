/** Where the inspector is a sheet below the graph (app.css). */
export const asSheet = '(max-width: 699px) and (min-height: 560px), (max-width: 559px)'
